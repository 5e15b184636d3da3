MATCH (n:Institution {id: 'institution:soak-1'}) SET n.country = 'INT'
