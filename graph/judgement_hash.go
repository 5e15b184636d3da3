package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// EncodeJudgements is a judgements file in canonical order: indented JSON, UTF-8, ending in a newline.
func EncodeJudgements(js []Judgement) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(Judgements{Format: JudgementsFormat, Judgements: nonNil(MergeJudgements(js, nil))}); err != nil {
		panic(fmt.Sprintf("graph: judgements that cannot be encoded: %v", err)) // they hold strings alone
	}
	return out.Bytes()
}

// HashJudgements is the hex SHA-256 of EncodeJudgements, as Release.Judgements has it; empty where there are none.
func HashJudgements(js []Judgement) string {
	if len(js) == 0 {
		return ""
	}
	sum := sha256.Sum256(EncodeJudgements(js))
	return hex.EncodeToString(sum[:])
}
