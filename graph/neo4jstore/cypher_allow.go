package neo4jstore

// procedureNames are the procedures that tell what the graph looks like, and look words up. A star stands for any ending.
var procedureNames = []string{"db.labels", "db.relationshipTypes", "db.propertyKeys", "db.schema.*", "db.index.fulltext.queryNodes", "db.index.fulltext.queryRelationships"}

// functionNames are the functions with dots in their names that Cypher itself has and that read nothing but their arguments or the graph.
var functionNames = []string{
	"date.truncate", "date.realtime", "date.statement", "date.transaction", "datetime.truncate", "datetime.fromEpoch", "datetime.fromEpochMillis", "datetime.realtime",
	"datetime.statement", "datetime.transaction", "localdatetime.truncate", "localdatetime.realtime", "localdatetime.statement", "localdatetime.transaction",
	"localtime.truncate", "localtime.realtime", "localtime.statement", "localtime.transaction", "time.truncate", "time.realtime", "time.statement", "time.transaction",
	"duration.between", "duration.inDays", "duration.inMonths", "duration.inSeconds", "point.distance", "point.withinBBox", "vector.similarity.cosine", "vector.similarity.euclidean",
}

// operatorNames are the operators of plans that only read, of Neo4j 5 (Cypher manual, "Operators in detail") and as they were seen in
// plans of read queries. What writes, loads, administers or opens transactions is not among them, and neither is what is not known yet.
var operatorNames = []string{
	"AllNodesScan", "Anti", "AntiSemiApply", "Apply", "Argument", "ArgumentTracker", "AssertingMultiNodeIndexSeek", "AssertingMultiRelationshipIndexSeek",
	"AssertIsNode", "AssertSameNode", "AssertSameRelationship", "BFSPruningVarLengthExpand(All)", "BidirectionalRepeat(Trail)", "CacheProperties", "CartesianProduct",
	"ConditionalApply", "AntiConditionalApply", "DirectedAllRelationshipsScan", "DirectedRelationshipByElementIdSeek", "DirectedRelationshipByIdSeek", "DirectedRelationshipIndexContainsScan",
	"DirectedRelationshipIndexEndsWithScan", "DirectedRelationshipIndexScan", "DirectedRelationshipIndexSeek", "DirectedRelationshipIndexSeekByRange",
	"DirectedRelationshipTypeScan", "DirectedRelationshipUniqueIndexSeek", "DirectedRelationshipUniqueIndexSeekByRange", "DirectedUnionRelationshipTypesScan", "Distinct",
	"Eager", "EagerAggregation", "EmptyResult", "EmptyRow", "ErrorPlan", "ExhaustiveLimit", "Expand(All)", "Expand(Into)", "Filter", "IntersectionNodeByLabelsScan",
	"LeftOuterHashJoin", "LetAntiSemiApply", "LetSelectOrAntiSemiApply", "LetSelectOrSemiApply", "LetSemiApply", "Limit", "MultiNodeIndexSeek", "NodeByElementIdSeek",
	"NodeByIdSeek", "NodeByLabelScan", "NodeCountFromCountStore", "NodeHashJoin", "NodeIndexContainsScan", "NodeIndexEndsWithScan", "NodeIndexScan", "NodeIndexSeek",
	"NodeIndexSeekByRange", "NodeLeftOuterHashJoin", "NodeRightOuterHashJoin", "NodeUniqueIndexSeek", "NodeUniqueIndexSeekByRange", "NullifyMetadata", "Optional",
	"OptionalExpand(All)", "OptionalExpand(Into)", "OrderedAggregation", "OrderedDistinct", "OrderedUnion", "PartialSort", "PartialTop", "ProduceResults", "ProjectEndpoints",
	"Projection", "PathPropagatingBFS", "RelationshipCountFromCountStore", "Repeat(Trail)", "RightOuterHashJoin", "RollUpApply", "SelectOrAntiSemiApply", "SelectOrSemiApply", "SemiApply",
	"ShortestPath", "SingleRow", "Skip", "Sort", "StatefulShortestPath(All)", "StatefulShortestPath(Into)", "SubtractionNodeByLabelsScan", "Top", "Top1WithTies", "TriadicBuild", "TriadicFilter",
	"TriadicSelection", "UndirectedAllRelationshipsScan", "UndirectedRelationshipByElementIdSeek", "UndirectedRelationshipByIdSeek", "UndirectedRelationshipIndexContainsScan",
	"UndirectedRelationshipIndexEndsWithScan", "UndirectedRelationshipIndexScan", "UndirectedRelationshipIndexSeek", "UndirectedRelationshipIndexSeekByRange",
	"UndirectedRelationshipTypeScan", "UndirectedRelationshipUniqueIndexSeek", "UndirectedRelationshipUniqueIndexSeekByRange", "UndirectedUnionRelationshipTypesScan", "Union",
	"UnionNodeByLabelsScan", "Unwind", "ValueHashJoin", "VarLengthExpand(All)", "VarLengthExpand(Into)", "VarLengthExpand(Pruning)", "VarLengthExpand(Pruning,BFS)",
	"VarLengthExpand(Pruning,BFS,All)", "VarLengthExpand(Pruning,BFS,Into)",
}
