//! Shares work among the cores of the processor.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

/// Fewer items than this are not worth a thread.
const FEW: usize = 200;

/// Threads for each core: items differ, so that some threads end early.
const THREADS_PER_CORE: usize = 4;

/// The results of `work`, in the order of the items.
pub(crate) fn in_parallel<T, R>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R>
where
    T: Send,
    R: Send,
{
    if items.len() < FEW {
        return items.into_iter().map(work).collect();
    }
    let threads = THREADS_PER_CORE * thread::available_parallelism().map_or(1, NonZero::get);
    let share = items.len().div_ceil(threads).max(FEW);
    let work = &work;
    thread::scope(|scope| {
        let mut items = items.into_iter();
        let mut running = Vec::new();
        while let Some(first) = items.next() {
            let share: Vec<T> = [first].into_iter().chain(items.by_ref().take(share - 1)).collect();
            running.push(scope.spawn(move || share.into_iter().map(work).collect::<Vec<R>>()));
        }
        let done = running.into_iter().flat_map(|thread| match thread.join() {
            Ok(results) => results,
            Err(panic) => resume_unwind(panic),
        });
        done.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_items() {
        for length in [0, 1, FEW - 1, FEW, 10 * FEW + 7] {
            let doubled: Vec<usize> = (0..length).map(|number| 2 * number).collect();
            assert_eq!(in_parallel((0..length).collect(), |number| 2 * number), doubled);
        }
    }
}
