MATCH (:Institution {id: 'institution:soak-2'})-[r:INVOLVED_IN]->() WITH r LIMIT 1 DELETE r
