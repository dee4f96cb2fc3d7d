package bookform.support;

import java.time.Duration;
import java.util.List;

/**
 * How long two things took that should take the same: by their medians, and by whether they look drawn from one distribution
 * (Kolmogorov and Smirnov).
 */
public record TwoSamples(List<Long> one, List<Long> other) {
    private static final Duration APART = Duration.ofMillis(5);
    private static final double CHANCE = 0.01;

    public TwoSamples {
        one = one.stream().sorted().toList();
        other = other.stream().sorted().toList();
    }

    /** As reliability.md G7 has it. */
    public boolean areAlike() {
        return apart().compareTo(APART) < 0 && chance() > CHANCE;
    }

    /** Between the medians. */
    private Duration apart() {
        return Duration.ofNanos(Math.abs(median(one) - median(other)));
    }

    /** Of two samples from one distribution being as different as these, or more. */
    double chance() {
        var size = Math.sqrt((double) one.size() * other.size() / (one.size() + other.size()));
        var distance = (size + 0.12 + 0.11 / size) * farthest();
        var chance = 0.0;
        for (var k = 1; k <= 100; k++) chance += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * distance * distance);
        return distance < 0.2 ? 1 : Math.clamp(chance, 0, 1); // below that the sum has not come to its end, and is 1
    }

    /** Between the parts of each that took no longer than some time. */
    private double farthest() {
        var farthest = 0.0;
        var i = 0;
        var j = 0;
        while (i < one.size() && j < other.size()) {
            var time = Math.min(one.get(i), other.get(j));
            while (i < one.size() && one.get(i) <= time) i++;
            while (j < other.size() && other.get(j) <= time) j++;
            farthest = Math.max(farthest, Math.abs((double) i / one.size() - (double) j / other.size()));
        }
        return farthest;
    }

    private static long median(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        return "medians %d and %d µs, %d µs apart, p = %.3f".formatted(median(one) / 1_000, median(other) / 1_000,
                apart().toNanos() / 1_000,
                chance());
    }
}
