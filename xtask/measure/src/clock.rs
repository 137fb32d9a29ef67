//! How long work takes: on the clock, and of the processor's time, which other programs on the machine
//! change less.

use std::time::{Duration, Instant};

/// How long something took.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Took {
    /// On the clock.
    pub(crate) wall: Duration,
    /// Processor time of all threads of this process.
    pub(crate) processor: Duration,
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// Time since the first call: other systems have no such clock in rustix.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn processor() -> Duration {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    START.elapsed()
}

/// What the work gives, and how long it took.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (start, spent) = (Instant::now(), processor());
    let result = work();
    (result, Took { wall: start.elapsed(), processor: processor().saturating_sub(spent) })
}
