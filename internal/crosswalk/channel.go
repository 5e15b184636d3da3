package crosswalk

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Channel is one way in which two groups are linked.
type Channel int

// The channels in the order in which they are shown: direct ones first, then context.
const (
	SessionChannel Channel = iota
	ProjectChannel
	CommitmentChannel
	ReferenceChannel
	InstitutionChannel
	ThemeChannel
	numChannels
)

// Channels lists every channel; the first four are direct.
var Channels = []Channel{SessionChannel, ProjectChannel, CommitmentChannel, ReferenceChannel, InstitutionChannel, ThemeChannel}

var channelNames = [numChannels]string{"session", "project", "commitment", "reference", "institution", "theme"}

// String is the channel's name in answers and parameters.
func (c Channel) String() string { return channelNames[c] }

// Direct reports whether the channel holds what two groups do together, rather than what they have in common.
func (c Channel) Direct() bool { return c < InstitutionChannel }

// ChannelByName finds a channel by its name.
func ChannelByName(name string) (Channel, bool) {
	for _, c := range Channels {
		if c.String() == name {
			return c, true
		}
	}
	return 0, false
}

func unknownChannel(name string) error {
	return fmt.Errorf("channel %q is unknown; known: %s: %w", name, strings.Join(channelNames[:], ", "), graph.ErrInvalid)
}
