package main

import "context"

func (b *bench) partners(ctx context.Context) error { return nil }
