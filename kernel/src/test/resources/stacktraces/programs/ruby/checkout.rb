# Raises one exception of each shape that Ruby prints. The argument names the shape.
require "json"
require "logger"

module Shop
  class PaymentError < StandardError; end

  class Cart
    def pay(cents)
      check(cents)
    end

    def check(cents)
      raise ArgumentError, "amount must be positive: #{cents}" if cents < 0
    end

    def self.open(id)
      raise PaymentError, "cart #{id} is locked"
    end
  end
end

def wrapped
  Shop::Cart.new.pay(-5)
rescue ArgumentError
  raise Shop::PaymentError, "payment 7731 refused"
end

def recurse(depth)
  recurse(depth + 1) + 1
end

case ARGV[0]
when "uncaught" then Shop::Cart.new.pay(-5)
when "cause" then wrapped
when "block" then [1, 2].each { |i| [i].map { |j| Shop::Cart.new.pay(-j) } }
when "class_method" then Shop::Cart.open(7)
when "no_method" then nil.total
when "typo" then Shop::Cart.new.pai(3)
when "multiline" then raise ArgumentError, "cart is invalid:\n- item 7 is gone\n- total is negative"
when "library" then JSON.parse("{")
when "recursion" then recurse(1)
when "reversed"
  begin
    wrapped
  rescue => e
    puts e.full_message(highlight: false, order: :bottom)
  end
when "logged"
  begin
    wrapped
  rescue => e
    Logger.new($stdout).error(e)
  end
when "rails"
  begin
    wrapped
  rescue => e
    puts "#{e.class} (#{e.message}):\n  \n#{e.backtrace.join("\n")}"
  end
when "empty" then raise Shop::PaymentError, ""
when "thread" then Thread.new { Shop::Cart.new.pay(-9) }.join
end
