package vn.lienthong.procedure.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BinaryOperator;
import org.codehaus.groovy.runtime.typehandling.NumberMath;

/**
 * Groovy's arithmetic (exact decimals, 1/3 is a decimal), kept to numbers that a sum of money can have. One thing is not
 * Groovy's: a whole number that no longer fits becomes a larger kind of number and not a wrong one.
 */
final class Numbers {

    /** Digits before and after the point; money needs fifteen. */
    private static final int DIGITS = 60;

    private static final int LARGEST_POWER = 100;

    private Numbers() {}

    static Number add(Number left, Number right) {
        return bounded(exact(left, right, NumberMath.add(left, right), BigInteger::add));
    }

    static Number subtract(Number left, Number right) {
        return bounded(exact(left, right, NumberMath.subtract(left, right), BigInteger::subtract));
    }

    static Number multiply(Number left, Number right) {
        return bounded(exact(left, right, NumberMath.multiply(left, right), BigInteger::multiply));
    }

    static Number divide(Number left, Number right) {
        return bounded(NumberMath.divide(left, right));
    }

    static Number integerDivide(Number left, Number right) {
        return bounded(NumberMath.intdiv(left, right));
    }

    /** Has the sign of the left number. */
    static Number remainder(Number left, Number right) {
        return bounded(NumberMath.remainder(left, right));
    }

    /** Has the sign of the right number. */
    static Number modulo(Number left, Number right) {
        return bounded(NumberMath.mod(left, right));
    }

    static Number abs(Number number) {
        return Values.decimal(number).signum() < 0 ? negate(number) : number;
    }

    static Number negate(Number number) {
        return NumberMath.unaryMinus(number);
    }

    static Number power(Number base, Number exponent) {
        int times = toInt(exponent);
        if (times < 0 || times > LARGEST_POWER) {
            throw new ArithmeticException("**");
        }
        BigDecimal power = BigDecimal.ONE;
        for (int i = 0; i < times; i++) {
            power = Values.decimal(bounded(power.multiply(Values.decimal(base))));
        }
        return base instanceof BigDecimal ? power : smallest(power.toBigIntegerExact());
    }

    private static Number exact(Number left, Number right, Number result, BinaryOperator<BigInteger> operation) {
        if (!isWhole(left) || !isWhole(right)) {
            return result;
        }
        BigInteger truth = operation.apply(BigInteger.valueOf(left.longValue()), BigInteger.valueOf(right.longValue()));
        return truth.equals(BigInteger.valueOf(result.longValue())) ? result : smallest(truth);
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long;
    }

    private static Number smallest(BigInteger integer) {
        if (integer.bitLength() < Integer.SIZE) {
            return integer.intValue();
        }
        if (integer.bitLength() < Long.SIZE) {
            return integer.longValue();
        }
        return integer;
    }

    /** @throws NumberFormatException also for a number nobody pays, such as 1e999999999 */
    static BigDecimal parse(String text) {
        String trimmed = text.trim();
        if (trimmed.length() > 2 * DIGITS) {
            throw new NumberFormatException(trimmed.substring(0, 20));
        }
        return (BigDecimal) bounded(new BigDecimal(trimmed));
    }

    static <N extends Number> N bounded(N number) {
        boolean fits = true;
        if (number instanceof BigDecimal decimal) {
            fits = decimal.precision() <= DIGITS && Math.abs((long) decimal.scale()) <= DIGITS;
        } else if (number instanceof BigInteger integer) {
            fits = integer.bitLength() <= 3 * DIGITS;
        }
        if (!fits) {
            throw new ArithmeticException("> " + DIGITS);
        }
        return number;
    }

    static int scale(int wanted) {
        if (Math.abs((long) wanted) > DIGITS) {
            throw new ArithmeticException("> " + DIGITS);
        }
        return wanted;
    }

    /** Cuts off what is behind the point, as Groovy does; refuses what does not fit, as Groovy does not. */
    static int toInt(Number number) {
        return Values.decimal(number).toBigInteger().intValueExact();
    }

    static long toLong(Number number) {
        return Values.decimal(number).toBigInteger().longValueExact();
    }
}
