// Command stuck ends in the fatal errors that no program can recover from.
package main

import (
	"os"
	"time"
)

func wait(done chan int) { done <- 1 }

func main() {
	switch os.Args[1] {
	case "deadlock":
		go wait(make(chan int))
		wait(make(chan int))
	case "maps":
		m := map[int]int{}
		for k := 0; k < 2; k++ {
			go func() {
				for i := 0; ; i++ {
					m[i%9] = i
				}
			}()
		}
		select {}
	case "overflow":
		var f func(int) int
		f = func(i int) int { return f(i+1) + 1 }
		f(0)
	case "sleep":
		time.Sleep(20 * time.Second)
	}
}
