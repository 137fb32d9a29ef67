//! Requests links politely: one request per host at a time, a pause between two, HEAD before GET,
//! no bodies, and no further request to a host that asks for a pause.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use ureq::http::header::{LOCATION, RETRY_AFTER};
use ureq::{Agent, Proxy};
use url::Url;

use super::answer::{Conclusion, LinkAnswer};

/// Crawl politeness.
#[derive(Clone, Debug)]
pub(super) struct Manners {
    /// Timeout of one request.
    pub(super) timeout: Duration,
    /// Pause between two requests to a host.
    pub(super) pause: Duration,
    /// Sleeps for a pause; tests replace it.
    pub(super) sleep: fn(Duration),
    /// How many hosts are requested at the same time.
    pub(super) hosts_at_once: usize,
    /// The User-Agent header.
    pub(super) user_agent: String,
    /// The proxy to use, if any.
    pub(super) proxy: Option<Proxy>,
}

/// Redirects that are followed; browsers follow 20.
const MAX_REDIRECTS: usize = 5;

/// Requests every address and returns the answers. An address is missing from the result if a host
/// on its way asked for a pause. Calls `report` with each answer as it arrives.
pub(super) fn ask_all<'a>(
    addresses: &[&'a str],
    manners: &Manners,
    report: &(dyn Fn(&str, LinkAnswer) + Sync),
) -> BTreeMap<&'a str, LinkAnswer> {
    let mut by_host: BTreeMap<String, Vec<(&'a str, Url)>> = BTreeMap::new();
    for &address in addresses {
        // The compiler accepts no other addresses.
        let Ok(url) = Url::parse(address) else { continue };
        by_host.entry(host_of(&url)).or_default().push((address, url));
    }
    let queues: Vec<_> = by_host.into_values().collect();
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(BTreeMap::new());
    let asker = Asker::new(manners);
    let work = || {
        while let Some(queue) = queues.get(next.fetch_add(1, Ordering::Relaxed)) {
            for (address, url) in queue {
                if let Some(answer) = asker.ask(url) {
                    report(address, answer);
                    locked(&answers).insert(*address, answer);
                }
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..manners.hosts_at_once {
            scope.spawn(work);
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// The state of a host. Its lock is held during a request.
#[derive(Debug, Default)]
struct Host {
    last_request: Option<Instant>,
    /// It asked for a pause, so it gets no further request.
    is_done: bool,
}

#[derive(Clone, Copy, Debug)]
enum Method {
    Head,
    Get,
}

/// The result of one request.
enum Reply {
    Answer(LinkAnswer),
    Redirect(Url),
}

struct Asker {
    agent: Agent,
    pause: Duration,
    sleep: fn(Duration),
    hosts: Mutex<HashMap<String, Arc<Mutex<Host>>>>,
}

impl Asker {
    fn new(manners: &Manners) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Redirects are followed here, so that the next host also gets its pause.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .timeout_global(Some(manners.timeout))
            .user_agent(&manners.user_agent)
            .proxy(manners.proxy.clone())
            .build();
        Self {
            agent: config.into(),
            pause: manners.pause,
            sleep: manners.sleep,
            hosts: Mutex::default(),
        }
    }

    fn ask(&self, url: &Url) -> Option<LinkAnswer> {
        let answer = self.follow(Method::Head, url)?;
        if answer.is_worth_a_get() { self.follow(Method::Get, url) } else { Some(answer) }
    }

    fn follow(&self, method: Method, url: &Url) -> Option<LinkAnswer> {
        let mut url = url.clone();
        for _ in 0..=MAX_REDIRECTS {
            match self.request(method, &url)? {
                Reply::Answer(answer) => return Some(answer),
                Reply::Redirect(next) => url = next,
            }
        }
        Some(LinkAnswer::Redirects)
    }

    /// One request, after the host's pause.
    fn request(&self, method: Method, url: &Url) -> Option<Reply> {
        let host = Arc::clone(locked(&self.hosts).entry(host_of(url)).or_default());
        let mut host = locked(&host);
        if host.is_done {
            return None;
        }
        if let Some(last) = host.last_request {
            (self.sleep)(self.pause.saturating_sub(last.elapsed()));
        }
        let reply = self.request_now(method, url);
        host.last_request = Some(Instant::now());
        host.is_done = matches!(reply, Reply::Answer(LinkAnswer::Busy(_)));
        Some(reply)
    }

    fn request_now(&self, method: Method, url: &Url) -> Reply {
        let mut url = url.clone();
        url.set_fragment(None);
        let outcome = match method {
            Method::Head => self.agent.head(url.as_str()).call(),
            Method::Get => self.agent.get(url.as_str()).call(),
        };
        // The body is not read: the connection closes with the response.
        let response = match outcome {
            Ok(response) => response,
            Err(error) => return Reply::Answer(LinkAnswer::from_error(&error)),
        };
        let code = response.status().as_u16();
        let answer = LinkAnswer::Status(code);
        let headers = response.headers();
        if code == 429
            || (answer.conclusion() != Conclusion::Success && headers.contains_key(RETRY_AFTER))
        {
            return Reply::Answer(LinkAnswer::Busy(code));
        }
        let location = headers.get(LOCATION).and_then(|location| location.to_str().ok());
        let next = location.and_then(|location| url.join(location).ok());
        match next {
            Some(next)
                if matches!(code, 301 | 302 | 303 | 307 | 308)
                    && matches!(next.scheme(), "http" | "https") =>
            {
                Reply::Redirect(next)
            }
            _ => Reply::Answer(answer),
        }
    }
}

fn host_of(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

/// The data behind these locks stays valid after a panic.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
