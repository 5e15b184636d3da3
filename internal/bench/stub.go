package main

import "context"

func (b *bench) routes(ctx context.Context) error   { return nil }
func (b *bench) memory(ctx context.Context) error   { return nil }
func (b *bench) partners(ctx context.Context) error { return nil }
