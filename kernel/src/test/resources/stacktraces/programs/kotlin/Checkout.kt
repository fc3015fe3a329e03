package com.acme.shop

import kotlinx.coroutines.*

/** Throws from the places where Kotlin's compiler makes up names. */
class Cart(private val cents: Int) {
    inline fun each(block: (Int) -> Unit) { for (i in 1..2) block(i) }

    fun pay() { require(cents >= 0) { "amount must be positive: $cents" } }

    suspend fun payLater() { delay(1); pay() }

    companion object { fun open(id: Int): Cart = error("cart $id is locked") }
}

fun main(args: Array<String>) {
    when (args[0]) {
        "lambda" -> Cart(1).each { i -> listOf(i).map { j -> run { Cart(-j).pay() } } }
        "stored" -> { val f: (Int) -> Unit = { Cart(-it).pay() }; f(3) }
        "suspend" -> runBlocking { launch(Dispatchers.Default) { Cart(-4).payLater() } }
        "companion" -> Cart.open(7)
        "null" -> println((args.getOrNull(5) as String).length)
    }
}
