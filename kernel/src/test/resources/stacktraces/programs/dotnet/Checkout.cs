// Throws one exception of each shape that the runtime prints. The argument names the shape.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Acme.Shop
{
    public class PaymentException : Exception
    {
        public PaymentException(string message, Exception inner) : base(message, inner) { }
    }

    public class Cart<T>
    {
        public void Pay(int cents, string why) { Check(cents); }

        static void Check(int cents)
        {
            if (cents < 0) throw new ArgumentOutOfRangeException("cents", "amount must be positive: " + cents);
        }

        public async Task PayLater(int cents)
        {
            await Task.Delay(1);
            Pay(cents, "later");
        }
    }

    public static class Program
    {
        static void Wrapped()
        {
            try { new Cart<int>().Pay(-5, "now"); }
            catch (ArgumentOutOfRangeException e) { throw new PaymentException("payment 7731 refused", e); }
        }

        static void Twice()
        {
            try { Wrapped(); }
            catch (PaymentException e) { throw new InvalidOperationException("checkout failed\nfor order 99", e); }
        }

        public static void Main(string[] args)
        {
            switch (args[0])
            {
                case "uncaught": new Cart<int>().Pay(-5, "now"); break;
                case "inner": try { Twice(); } catch (Exception e) { Console.WriteLine("ERROR checkout: " + e); } break;
                case "lambda": new List<int> { 1, 2 }.ForEach(i => new Cart<int>().Pay(-i, "each")); break;
                case "async": try { new Cart<string>().PayLater(-6).GetAwaiter().GetResult(); } catch (Exception e) { Console.WriteLine(e); } break;
                case "aggregate":
                    try { Task.WaitAll(new Cart<int>().PayLater(-1), new Cart<int>().PayLater(-2)); }
                    catch (Exception e) { Console.WriteLine(e); }
                    break;
                case "linq": new[] { 1 }.Select(i => { Wrapped(); return i; }).ToList(); break;
            }
        }
    }
}
