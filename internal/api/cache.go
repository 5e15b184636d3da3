package api

import (
	"container/list"
	"sync"
)

// cache keeps encoded answers up to a number of bytes, least recently used ones go first.
type cache struct {
	mu    sync.Mutex
	limit int64
	bytes int64
	order *list.List // of *entry, most recently used first
	byKey map[string]*list.Element
}

type entry struct {
	key  string
	body []byte
}

func newCache(limit int64) *cache {
	return &cache{limit: limit, order: list.New(), byKey: map[string]*list.Element{}}
}

func (c *cache) get(key string) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byKey[key]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*entry).body, true
}

func (c *cache) put(key string, body []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.byKey[key]; ok || int64(len(body)) > c.limit {
		return
	}
	c.byKey[key] = c.order.PushFront(&entry{key, body})
	c.bytes += int64(len(body) + len(key))
	for c.bytes > c.limit {
		last := c.order.Back()
		e := last.Value.(*entry)
		c.order.Remove(last)
		delete(c.byKey, e.key)
		c.bytes -= int64(len(e.body) + len(e.key))
	}
}
