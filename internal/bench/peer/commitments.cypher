MATCH (g:WorkingGroup {id: $group})-[:COMMITS_TO]->(c:Commitment)
RETURN properties(c) AS commitment, [(c)<-[:COMMITS_TO]-(x:WorkingGroup) | x.id] AS groups, [(c)<-[:RESPONSIBLE_FOR]-(z:Institution) | z.id] AS institutions,
  [(c)-[:ADDRESSES]->(h:Theme) | h.id] AS themes
ORDER BY c.id
