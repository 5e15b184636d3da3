MATCH (n) RETURN count(n) AS nodes, sum(size(keys(n))) AS properties, sum(size(labels(n))) AS labels;
MATCH ()-[r]->() RETURN count(r) AS relationships, sum(size(keys(r))) AS properties;
SHOW INDEXES YIELD name, state RETURN count(*), collect(name);
SHOW CONSTRAINTS YIELD name RETURN count(*), collect(name);
SHOW USERS YIELD user RETURN collect(user);
SHOW DATABASES YIELD name RETURN collect(name);
SHOW SETTINGS YIELD name, value RETURN collect(name + value)
