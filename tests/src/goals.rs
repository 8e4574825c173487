//! What a bench measured, beside what it should be. Nothing fails here: a busy computer is slow for reasons of its own.

/// A line that says whether a goal was met: "goal met: first at most 0.70 of Typst's (0.41)".
#[must_use]
pub fn goal(name: &str, at_most: f64, unit: &str, reached: f64) -> String {
    // Nothing measured is nothing met.
    let verdict = if reached <= at_most { "met" } else { "missed" };
    format!("goal {verdict}: {name} at most {at_most} {unit} ({reached:.2})")
}

/// The time that this many of a hundred stay below; not a number when nothing was measured.
#[must_use]
pub fn percentile(times: &[f64], percent: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(at).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_a_time_that_was_measured() {
        let times: Vec<f64> = (1..=200).rev().map(f64::from).collect();
        assert_eq!(
            [50, 95, 99, 100].map(|percent| percentile(&times, percent)),
            [100.0, 190.0, 198.0, 200.0]
        );
        assert!(percentile(&[], 95).is_nan());
    }

    #[test]
    fn what_was_not_measured_is_missed() {
        assert_eq!(
            goal("key to paint, p95", 50.0, "ms", 41.26),
            "goal met: key to paint, p95 at most 50 ms (41.26)"
        );
        assert!(goal("key to paint, p95", 50.0, "ms", f64::NAN).starts_with("goal missed"));
    }
}
