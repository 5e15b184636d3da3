package api_test

import (
	"os"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func TestMain(m *testing.M) { os.Exit(graphtest.Main(m)) }
