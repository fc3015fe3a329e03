// Package cart fails in the ways that package main asks for.
package cart

import (
	"fmt"

	"github.com/pkg/errors"
)

type Cart struct{ items []int }

type EmptyError struct{ ID int }

func (e *EmptyError) Error() string { return fmt.Sprintf("cart %d is empty", e.ID) }

func (c *Cart) Pay(cents int) {
	check(cents)
}

func (c Cart) Item(i int) int { return c.items[i] }

func check(cents int) {
	if cents < 0 {
		panic(fmt.Errorf("amount must be positive: %d", cents))
	}
}

func Total[T int | float64](values []T, f func(T) T) T {
	var sum T
	for _, v := range values {
		sum += f(v)
	}
	return sum
}

func Load(path string) error {
	return errors.Wrap(open(path), "load cart")
}

func open(path string) error {
	return errors.Errorf("open %s: no such cart", path)
}
