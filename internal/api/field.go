package api

import (
	"github.com/danielgtaylor/huma/v2"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// fieldDocs says what a field of an answer holds: by its name, which means the same everywhere, or by Shape.name where it does not.
// A test holds it to every field of every shape.
var fieldDocs = map[string]string{
	"about": "Ids of the things that it is about.", "active": "Its status is active.", "added": "Rows added, by kind, link type, or report, passage, note, redirect.",
	"after": "In the year compared to; null where it is not there.", "against": "Reasons for caution.", "age_weight": "a = 2^(-years/half-life), in (0,1]; halved for what is undated.",
	"aliases": "Other names, acronyms and spellings.", "also_told": "Ids of further tellings of the same intention.", "appeared": "How many entities the newest edition tells first.",
	"as_of": "Year that the answer is as of.", "band": "What happened, in one word; see the values.", "basis": "A passage says it (stated), a rule concluded it (inferred), a person confirmed it (reviewed).",
	"before": "In the year compared from; null where it is not there.", "bundles": "The reports that it holds, each with the hash of its bundle.", "by": "Who or what loaded it.", "by_basis": "Links by their basis.",
	"came": "Groups that exist in the later year only.", "cells": "Rows of cells in the order of groups; symmetric.", "chance": "Shared institutions against what the groups' sizes alone would give; null under three.",
	"change": "What became of it.", "changed": "Rows changed, as added.", "changes": "Since the edition before the newest; null where there is one.", "channel": "Way in which the members are linked, or have something in common.",
	"chapter": "Group whose chapter it stands in, or the partnership.", "code": "Stable name.", "commitment": "Of commitments.", "complete": "False: the work budget was spent, there may be more or better paths.",
	"confidence": "In (0,1]: how sure the reading is.", "context": "C in [0,1): what the two have in common.", "convener": "A group that works with both.", "cost": "Σ over its inner things of 1 + log2(links).",
	"count": "How many.", "counterfactual": "What the answer would be without its heaviest item; null where there is none.", "country": "ISO 3166-1 alpha-2, or INT.", "counts": "How many there are.",
	"custom": "Parameters differ from the defaults.", "dated": "False: told as of earlier years.", "decision": "What was decided of it; null while nothing was.", "degree": "Links in the whole graph.",
	"depends_on_one": "The institution that all of it depends on; null where there is not exactly one.", "depth": "Links from the focus.", "digest": "Of the whole graph, in hex; its first 16 digits are the release's id.",
	"direct": "True: part of score; false: of context.", "direction": "Seen from the thing asked for.", "due": "Date; may be a year or a month.", "edges": "Links between the nodes shown, by id.", "end": "Byte after the last one, in the report's text.",
	"entities": "Entities.", "entities_without": "Ids of entities without a passage.", "entity": "Id of the entity.", "events": "Counted direct items.", "evidence": "Passages that it rests on.",
	"evidence_count": "Passages that it rests on.", "expected": "Shared institutions that sizes alone would give.", "factors": "The two halves of an opportunity's order.", "firm": "Agreed or planned, rather than proposed or possible.",
	"forward": "The link leads in the path's direction.", "from": "Where it begins.", "gist": "What it says in our own words, by language.", "groups": "Groups that it is linked to.", "h": "Mass at which the channel says half of what it can.",
	"half_life": "Years after which an event weighs half.", "hash": "Of the bundle, in hex.", "hops": "The links of the path, in order.", "id": "Stable id, the same in every language.", "in": "Links that lead to it.",
	"in_common": "A in [0,1): what the members have in common.", "institution": "Of shared institutions.", "institutions": "Ids of the institutions that it is linked to, directly.", "items": "What this page shows, in order.",
	"judgements": "Hash of the judgements on duplicates; absent where there are none.", "kind": "Kind of thing.", "kinds": "Entities by kind.", "label": "English name, else the one that it has.", "language": "Of the document.",
	"left_out": "What was seen and not counted, and by which rule.", "level": "How well an opportunity is supported; absent where it does not pass the gate.", "lift": "observed / expected.", "line": "Line of the report's text, from 1.",
	"link": "Id of the link.", "links": "Links.", "links_of_one": "Ids of links between groups that depend on this institution alone.", "links_without": "Links without a passage.", "listed": "It would still stand in the list.",
	"load_id": "Of the load that made it.", "location": "Parameter that broke the rule, such as query.limit.", "mass": "M = Σ weight of the items.", "max_hops": "Most links of a path.", "members": "Its members, by id.", "message": "What is wrong.",
	"meta": "What the answer was computed from.", "method": "How the answer was made.", "name": "By language: en, fr, es, or the one that it is printed in.", "name_source": "By language: ours where the name is no official one.",
	"named_bodies": "Institutions that the counted direct events name, by side.", "names_of_ours": "Names in a language that are ours and not official.", "narrower": "Narrower themes that groups touch in its place.",
	"next_steps": "What ties the members and is still to come, agreed first.", "no_chance": "Why chance is absent of every pair.", "nodes": "Things: nearest to the focus first, then most linked, then id.", "not_mentioned": "How many entities the newest edition no longer mentions.",
	"not_stated": "Multilateral, of a third country, or country unknown.", "not_yet": "G = 1 - S in (0,1]: what they do not do yet.", "notes": "What a careful reader must know.", "number": "From 1, in the order of loads.",
	"observed": "Shared institutions.", "of": "Active groups.", "offset": "What dated events already account for, of an undated one.", "older": "What earlier editions said otherwise.", "other": "The thing at the other end.",
	"out": "Links that lead from it.", "overlap": "Whether all were linked to it at one time.", "p": "Probability of so many or more by chance.", "page": "Page of the document, where it has pages.", "pair": "Id of the pair.", "pairs": "Links between groups, by id.",
	"paragraph": "Within its section, from 1; 0 is the heading.", "parameters": "The numbers of the method.", "part_points": "The channel's points.", "partnership": "Id of the partnership.", "parts": "The channels with anything in them; points sum to score and context.",
	"passage": "The passage; null for an entity.", "passages": "Ids of the passages that say so.", "passages_uncited": "Passages that nothing rests on.", "places": "Ids of the places that it is linked to.", "points": "What it adds, of score or context.",
	"project": "Of projects.", "properties": "What the model knows of it beside names and links.", "property": "Name of the property, or name_en, name_fr, name_es.", "q": "p adjusted over all pairs (Benjamini-Hochberg).", "quote": "The text itself, where the source was attached.",
	"quotes": "The source was attached.", "r": "Most that the channel can add, in (0,1).", "rank": "From 1; equal for what is alike; null where unranked.", "rank_interval": "5 to 95 % of 200 rankings under other parameters; null where unranked.", "reader": "What made the text of the document.",
	"ready": "What speaks for doing it now.", "reason": "Why, in words.", "reasons": "What they have in common, a sentence each, heaviest first.", "reference": "Of cross-references.", "removed": "Rows removed, as added.", "report": "Id of the report.", "reports": "Loaded reports, by year.",
	"request_id": "Of the request, as in the header X-Request-Id and the log.", "role": "In the link.", "roles": "That the links name, sorted; empty where they name none.", "rule": "Stable name of the rule.", "score": "S in [0,1): what the two do together; null where state says that nothing can be said.",
	"section": "Headings above it, outermost first.", "session": "Of sessions.", "sha256": "Of the document's file, in hex.", "shared": "How many of the chosen things share it.", "since": "Date of the first link; absent where one has none.", "source": "Id of the entity that the link leads from.",
	"start": "First byte, in the report's text.", "state": "Whether the score says anything, and if not, why.", "statements": "What each edition states, by year.", "status": "How far it has come.", "status_weight": "s: how much of a whole event its status is.", "strength": "The smaller of its two scores.",
	"target": "Id of the entity that the link leads to.", "text": "In English.", "text_bytes": "Length of the report's text.", "text_sha256": "Of the text that spans count in, in hex.", "theme": "Of shared themes.", "themes": "Ids of the themes that it is linked to, directly.", "thing": "The thing.",
	"things": "The things along the path, both ends included.", "time": "UTC.", "title": "As printed.", "to": "Where it ends.", "told_by": "Chapters that tell it: ids of groups or of the partnership.", "total": "How many there are in all.", "truncated": "There were more than are shown.",
	"type": "Link type.", "types": "Link types.", "until": "Date of the last link; absent where one has none.", "url": "Address of the document.", "value": "The value.", "verdict": "What was decided.", "version": "Changes whenever the same graph would be answered otherwise.",
	"weight": "q·s·a/(n-1) - offset of what is done together, 1/(n-1) of what is in common.", "went": "Groups that exist in the earlier year only.", "why": "In English.", "without": "Id of the item that is thought away.", "work": "Shared by the language versions of one edition, which count as one document.",
	"year": "Year.", "years": "Of the editions that tell it.", "CA": "Canadian ones.", "MX": "Mexican ones.",

	"Cell.id": "Of the pair; absent on the diagonal.", "Changes.from": "Year of the edition before the newest.", "Changes.to": "Year of the newest edition.", "CompareAnswer.entities": "By kind and id.", "CompareAnswer.from": "Year compared from.",
	"CompareAnswer.groups": "Groups that came and went.", "CompareAnswer.links": "By key.", "CompareAnswer.to": "Year compared to.", "Coverage.entities": "How many there are; reports, which are the sources, left out.", "Coverage.links": "How many there are.", "Decision.evidence": "Ids of the passages when it was decided.",
	"DrawingEdge.weight": "The link's confidence.", "DrawingMeta.edges": "How many are shown.", "DrawingMeta.nodes": "How many are shown.", "DrawingMeta.release": "First 16 hex digits of the graph's digest.", "DrawingMeta.total": "How many are within depth.", "DrawingMeta.truncated": "There were more than limit.",
	"ErrorDetail.value": "What was sent, cut where it is long.", "Explanation.kind": "groups.", "Explanation.type": "crosswalk.", "GroupChanges.came": "Groups that exist in the year compared to only.", "GroupChanges.went": "Groups that exist in the year compared from only.",
	"Hop.status": "Of what the link tells, where it has one.", "InterlockTie.roles": "That its links name, sorted: who only mentions a project does not run it.", "Interlock.members": "Of the chosen set, by id.", "Item.entity": "Its id; of entity and link one stands.", "Item.groups": "Ids of all groups that it ties, or that share it.", "Item.link": "Its id; of entity and link one stands.",
	"LinkAnswer.evidence": "The passages themselves.", "LinkChange.link": "Id; the one of the edition compared to, where that states it.", "LinkStatement.evidence": "Ids of passages.", "LinkStatement.from": "Id of the entity.", "LinkStatement.to": "Id of the entity.",
	"MatrixAnswer.groups": "Rows and columns, by id.", "MatrixGroup.chapter": "The newest edition has a chapter of it.", "Method.name": "crosswalk or opportunity.", "NextStep.groups": "Ids of all groups that it ties.", "Note.evidence": "Ids of passages.",
	"Opportunity.evidence": "Ids of the passages of reasons and next steps.", "Opportunity.kind": "Its list: new, follow-up, deepen; of triples by how many pairs are linked.", "Opportunity.score": "Ω = A·G, for ordering; null for institutions.", "Opportunity.type": "opportunity.",
	"OpportunityAnswer.evidence": "Ids of the passages of reasons and next steps.", "OpportunityAnswer.kind": "Its list: new, follow-up, deepen; of triples by how many pairs are linked.", "OpportunityAnswer.score": "Ω = A·G, for ordering; null for institutions.", "OpportunityAnswer.type": "opportunity.",
	"OverviewAnswer.evidence": "How well statements are evidenced.", "OverviewAnswer.links": "By type, in the order of the vocabulary.", "OverviewAnswer.notes": "How many there are.", "OverviewAnswer.passages": "How many there are.", "PairAnswer.kind": "groups.", "PairAnswer.type": "crosswalk.",
	"PairItem.entity": "Its id; of entity and link one stands.", "PairItem.groups": "Ids of all groups that it ties, or that share it.", "PairItem.link": "Its id; of entity and link one stands.", "PairItem.value": "v = 1 - 2^(-mass/h) of the channel.", "Part.value": "v = 1 - 2^(-mass/h).",
	"PassageAnswer.entities": "That rest on it, by kind and id.", "PassageAnswer.links": "Ids of those that rest on it.", "PassageAnswer.notes": "Ids of those that rest on it.", "PathsAnswer.from": "The thing asked from.", "PathsAnswer.items": "The paths, cheapest first.", "PathsAnswer.to": "The thing asked to.",
	"QualityAnswer.evidence": "How well statements are evidenced.", "QualityAnswer.notes": "How many of each kind there are.", "ReleaseRow.counts": "Rows that it changed.", "ReleaseRow.id": "What answers name it by, and release= takes.", "ReportSummary.passages": "How many it has.",
	"Row.state": "Of a commitment's date against today: done, dropped, to-come, not-mentioned-since, date-passed, undated.", "EntityAnswer.state": "Of a commitment's date against today: done, dropped, to-come, not-mentioned-since, date-passed, undated.", "EntityAnswer.counts": "Its links by type.",
	"EntityAnswer.evidence": "The passages themselves.", "EntityStatement.evidence": "Ids of passages.", "Readiness.status": "ready; stale: the store cannot be asked, answers go on from the last snapshot; starting.", "Readiness.release": "Of the snapshot.", "Readiness.number": "Of the release.",
	"Readiness.age_seconds": "Since the store was last asked with success.", "Liveness.status": "alive.", "Links.self": "This page.", "Links.next": "The next page; null on the last.", "PathsAnswer.links": "Address of this answer.", "SearchHit.entity": "The entity; null for a passage.",
	"NeighboursAnswer.counts": "All links of the thing by type.", "NeighboursAnswer.links": "Addresses of this page and the next.", "Problem.title": "Of the status.", "Problem.detail": "What was wrong, and what to do.", "Problem.status": "Of the answer.", "Chance.p": "Probability of so many shared institutions or more.",
	"Row.groups": "Ids of the groups that it is linked to, directly.", "EntityAnswer.groups": "Ids of the groups that it is linked to, directly.", "Row.kind": "Kind of entity.", "Note.kind": "Why a reader must know.",
}

// fieldValues are the values that a field of an answer can have, by name or Shape.name as fieldDocs.
var fieldValues = map[string][]any{
	"band": values(crosswalk.Bands), "basis": values(graph.Bases), "PairItem.channel": values(channelNames()), "direction": {"out", "in"}, "overlap": {"yes", "no", "unknown"}, "level": {"clear", "possible"},
	"Cell.state": pairStates(crosswalk.StateSelf), "Explanation.state": pairStates(), "PairAnswer.state": pairStates(),
	"Thing.kind": values(graph.Kinds), "Row.kind": values(graph.Kinds), "EntityAnswer.kind": values(graph.Kinds), "DrawingNode.kind": values(graph.Kinds), "KindCount.kind": values(graph.Kinds), "Note.kind": values(graph.NoteKinds),
	"Neighbour.type": values(graph.LinkTypes), "Hop.type": values(graph.LinkTypes), "LinkAnswer.type": values(graph.LinkTypes), "LinkCount.type": values(graph.LinkTypes), "TypeCount.type": values(graph.LinkTypes),
	"DrawingEdge.type": values(graph.LinkTypes), "LinkChange.type": values(graph.LinkTypes), "PairChange.change": {"appeared", "vanished", "stronger", "weaker", "same-score"},
	"ThingChange.change": {"appeared", "not-mentioned", "changed"}, "LinkChange.change": {"appeared", "not-mentioned", "changed"}, "Readiness.status": {"ready", "stale", "amiss", "starting"},
}

func values[T ~string](in []T) []any {
	out := make([]any, len(in))
	for i, v := range in {
		out[i] = string(v)
	}
	return out
}

func channelNames() []string {
	out := make([]string, len(crosswalk.Channels))
	for i, c := range crosswalk.Channels {
		out[i] = c.String()
	}
	return out
}

func pairStates(more ...string) []any {
	return values(append([]string{crosswalk.StateLinked, crosswalk.StateZero, crosswalk.StateNoChapter, crosswalk.StateNotActive}, more...))
}

// describeFields gives each field of each shape its meaning and its values, where it has none of its own.
func describeFields(reg huma.Registry) {
	for shape, schema := range reg.Map() {
		for name, p := range schema.Properties {
			if p.Ref != "" {
				continue // the shape that it has says more
			}
			if p.Description == "" {
				p.Description = first(fieldDocs, shape, name)
			}
			if p.Enum == nil && p.Type == huma.TypeString {
				p.Enum = first(fieldValues, shape, name)
			}
		}
	}
}

// first is the entry of Shape.name, else of name.
func first[V any](table map[string]V, shape, name string) V {
	if v, ok := table[shape+"."+name]; ok {
		return v
	}
	return table[name]
}
