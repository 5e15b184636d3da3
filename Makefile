# make run    serves the packaged edition at http://localhost:8080 (ADDR=host:port for another address, STORE=neo4j for a private Neo4j)
# make build  puts the program at bin/crosswalk, as make run does
# make test   tests everything, a real Neo4j and a real browser included where the machine can have them
# make lint   formatting, vet and the import rules
# make edition  compiles the readings into the packaged bundles (SOURCE=folder of the published reports)
# make bench  measures against Neo4j and others asked for the same (SCALE=1,100 editions of the size of 2018; BENCHFLAGS=-only=http,memory …)
# make soak   kills, cuts and spoils for real, and audits what is left (KILLS=50 a store, SEED=… draws the same again)

ADDR ?= 127.0.0.1:8080
STORE ?= embedded
SOURCE ?=
GO ?= go
GOLANGCI ?= github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
FUZZTIME ?= 8s
KILLS ?= 50
SEED ?=
SCALE ?= 1,100
BENCHFLAGS ?=

.PHONY: run build test lint edition generate bench soak fuzz clean

run: build
ifeq ($(STORE),neo4j)
	bin/crosswalk neo4j start --serve --address $(ADDR)
else
	bin/crosswalk serve --store $(STORE) --address $(ADDR)
endif

build:
	$(GO) build -trimpath -o bin/crosswalk ./cmd/crosswalk

test:
	GO="$(GO)" FUZZTIME="$(FUZZTIME)" sh .ci/test

lint:
	@out=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$out" ]; then echo "gofmt would change:"; echo "$$out"; exit 1; fi
	$(GO) vet ./...
	$(GO) run $(GOLANGCI) run ./...

edition:
	$(GO) run ./internal/editions/make $(if $(SOURCE),-source $(SOURCE))

generate:
	$(GO) generate ./...

bench:
	$(GO) run ./internal/bench -scale $(SCALE) $(BENCHFLAGS)

soak:
	$(GO) run ./internal/soak -kills $(KILLS) $(if $(SEED),-seed $(SEED))

clean:
	rm -rf bin dist
