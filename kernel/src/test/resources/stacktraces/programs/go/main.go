// Command shop fails in the way that its argument names.
package main

import (
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"example.com/shop/cart"
)

type named string

func main() {
	c := &cart.Cart{}
	switch os.Args[1] {
	case "panic":
		c.Pay(-5)
	case "string":
		panic("cart is locked\nby another clerk")
	case "named":
		panic(named("teapot"))
	case "error":
		panic(&cart.EmptyError{ID: 7})
	case "index":
		c.Item(3)
	case "nil":
		var none *cart.Cart
		none.Item(0)
	case "generic":
		cart.Total([]float64{1}, func(v float64) float64 { c.Pay(-1); return v })
	case "goroutine":
		var wait sync.WaitGroup
		wait.Add(1)
		go func() {
			defer wait.Done()
			c.Pay(-6)
		}()
		wait.Wait()
	case "recovered":
		defer func() {
			if r := recover(); r != nil {
				panic(fmt.Sprintf("wrapped: %v", r))
			}
		}()
		c.Pay(-7)
	case "repanicked":
		defer func() {
			panic(recover())
		}()
		c.Pay(-7)
	case "http":
		server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { c.Pay(-8) }))
		http.Get(server.URL)
		time.Sleep(50 * time.Millisecond)
	case "stack":
		func() {
			defer func() {
				log.Printf("recovered: %v\n%s", recover(), debug.Stack())
			}()
			c.Pay(-9)
		}()
	case "pkgerrors":
		log.Printf("request failed: %+v", cart.Load("/tmp/7.cart"))
	}
}
