<?php
// Throws one exception of each shape that PHP prints. The argument names the shape.
namespace Shop;

class PaymentException extends \RuntimeException {}

class Cart
{
    public function pay(int $cents): void
    {
        $this->check($cents, 'a "quoted" (name)');
    }

    private function check(int $cents, string $why): void
    {
        if ($cents < 0) {
            throw new \InvalidArgumentException("amount must be positive: $cents");
        }
    }

    public static function open(int $id): void
    {
        throw new PaymentException("cart $id is locked");
    }
}

function wrapped(): void
{
    try {
        (new Cart())->pay(-5);
    } catch (\InvalidArgumentException $e) {
        throw new PaymentException('payment 7731 refused', 7, $e);
    }
}

function log_it(\Throwable $e): void
{
    echo '[' . '2026-11-21T10:00:00+00:00' . '] shop.ERROR: ' . $e->getMessage()
        . ' {"exception":"[object] (' . get_class($e) . '(code: ' . $e->getCode() . '): ' . $e->getMessage()
        . ' at ' . $e->getFile() . ':' . $e->getLine() . ")\n[stacktrace]\n" . $e->getTraceAsString() . "\n\"} \n";
}

switch ($argv[1]) {
    case 'uncaught': (new Cart())->pay(-5); break;
    case 'chain': wrapped(); break;
    case 'static': Cart::open(7); break;
    case 'closure': array_map(function ($i) { (new Cart())->pay(-$i); }, [1, 2]); break;
    case 'anonymous': (new class { function run() { Cart::open(9); } })->run(); break;
    case 'type': (new Cart())->pay('many'); break;
    case 'undefined': missing(); break;
    case 'multiline': throw new PaymentException("cart is invalid:\n- item 7 is gone\n- total is negative"); break;
    case 'main': throw new PaymentException('at once'); break;
    case 'warning': echo 1 / count([]); break;
    case 'logged': try { wrapped(); } catch (\Throwable $e) { echo $e, "\n"; } break;
    case 'laravel': try { wrapped(); } catch (\Throwable $e) { log_it($e); } break;
    case 'empty': throw new PaymentException(); break;
}
