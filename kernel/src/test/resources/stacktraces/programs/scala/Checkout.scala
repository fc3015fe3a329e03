package com.acme.shop

/** Throws from a closure inside a trait, where Scala's compiler makes up most names. */
trait Prices {
  def check(cents: Int): Int = if (cents < 0) throw new IllegalArgumentException(s"amount must be positive: $cents") else cents
}

object Checkout extends Prices {
  def pay(amounts: Seq[Int]): Seq[Int] = amounts.map(a => check(-a))
  lazy val total: Int = pay(Seq(3)).sum
  def main(args: Array[String]): Unit = args(0) match {
    case "closure" => pay(Seq(1, 2))
    case "lazy" => println(total)
    case "match" => Option(args(0)) match { case Some("x") => }
  }
}
