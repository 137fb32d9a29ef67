//! The whole command against a local server that gives every kind of answer.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use catalog::LinkStatus;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use tempfile::tempdir;

use super::answer::LinkAnswer;
use super::ask::{Manners, ask_all};
use super::{check, user_agent};

/// Serves answers by path until the test program ends.
struct Server {
    port: u16,
    seen: Arc<Mutex<Seen>>,
}

#[derive(Default)]
struct Seen {
    /// Method and path of each request, in order.
    requests: Vec<String>,
    /// Header lines of the last request.
    headers: Vec<String>,
    /// Requests in progress, by host.
    waiting: HashMap<String, usize>,
    /// The highest number of requests in progress at one host.
    most_at_a_host: usize,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let of_threads = Arc::clone(&seen);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let seen = Arc::clone(&of_threads);
                thread::spawn(move || answer(&stream.unwrap(), port, &seen));
            }
        });
        Self { port, seen }
    }

    fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn requests(&self) -> Vec<String> {
        self.seen.lock().unwrap().requests.clone()
    }

    /// Requests one path and returns the answer with the requests made.
    fn ask(&self, path: &str) -> (Option<LinkAnswer>, Vec<String>) {
        let address = self.address(path);
        let before = self.requests().len();
        let answers = ask_all(&[&address], &manners(), &|_, _| {});
        (answers.get(address.as_str()).copied(), self.requests()[before..].to_vec())
    }
}

/// Answers one request as its path says, then closes the connection.
fn answer(mut stream: &TcpStream, port: u16, seen: &Mutex<Seen>) {
    let mut lines = Vec::new();
    for line in BufReader::new(stream).lines() {
        match line {
            Ok(line) if !line.is_empty() => lines.push(line),
            _ => break,
        }
    }
    let Some(first) = lines.first() else { return };
    let mut words = first.split(' ');
    let (method, path) = (words.next().unwrap(), words.next().unwrap());
    let host = lines.iter().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    {
        let mut seen = seen.lock().unwrap();
        seen.requests.push(format!("{method} {path}"));
        seen.headers.clone_from(&lines);
        let waiting = seen.waiting.entry(host.to_owned()).or_default();
        *waiting += 1;
        let waiting = *waiting;
        seen.most_at_a_host = seen.most_at_a_host.max(waiting);
    }
    let elsewhere = format!("301 Moved\r\nLocation: http://localhost:{port}");
    let head = match (method, path) {
        (_, "/fine") => "200 OK",
        (_, "/moved") => "301 Moved\r\nLocation: /fine",
        (_, "/loop") => "301 Moved\r\nLocation: /loop",
        (_, "/moved-nowhere") => "301 Moved\r\nLocation: mailto:a@example.org",
        (_, "/forbidden") => "403 Forbidden",
        (_, "/lost") => "404 Not Found",
        ("HEAD", "/no-head") => "405 Method Not Allowed",
        ("HEAD", "/head-hangs-up") | (_, "/hangs-up") => "",
        (_, "/gone") => "410 Gone",
        (_, "/a-busy") => "429 Too Many Requests\r\nRetry-After: 3600",
        (_, "/resting") => "503 Service Unavailable\r\nRetry-After: 3600",
        (_, "/fault") => "500 Internal Server Error",
        (_, "/silent") => {
            // Until the client closes the connection.
            let _ = stream.read(&mut [0]);
            ""
        }
        (_, path) => match path.strip_prefix("/to-localhost") {
            Some(_) => &elsewhere,
            None => "200 OK",
        },
    };
    // Long enough for a concurrent request to arrive, if the client makes one.
    for _ in 0..200 {
        thread::yield_now();
    }
    *seen.lock().unwrap().waiting.get_mut(host).unwrap() -= 1;
    if !head.is_empty() {
        let _ = write!(stream, "HTTP/1.1 {head}\r\nContent-Length: 1000000\r\n\r\n");
        if method == "GET" {
            // The body is never sent and the connection stays open: a client that reads the body
            // runs into the timeout.
            let _ = stream.read(&mut [0]);
        }
    }
}

fn manners() -> Manners {
    Manners {
        // Longer than any machine is busy; tests without a response shorten it.
        timeout: Duration::from_secs(120),
        pause: Duration::ZERO,
        sleep: |_| {},
        hosts_at_once: 4,
        user_agent: user_agent(Some("casebook/tests")),
        proxy: None,
    }
}

#[track_caller]
fn check_answer(path: &str, expected: LinkAnswer, requests: &[&str]) {
    let (answer, made) = Server::start().ask(path);
    assert_eq!(answer, Some(expected), "{path}");
    assert_eq!(made, requests, "{path}");
}

#[test]
fn what_is_there_needs_no_more_than_head() {
    check_answer("/fine", LinkAnswer::Status(200), &["HEAD /fine"]);
    check_answer("/fine?a=b#fragment", LinkAnswer::Status(200), &["HEAD /fine?a=b"]);
    check_answer("/moved", LinkAnswer::Status(200), &["HEAD /moved", "HEAD /fine"]);
}

#[test]
fn what_refuses_head_is_asked_by_get() {
    check_answer("/no-head", LinkAnswer::Status(200), &["HEAD /no-head", "GET /no-head"]);
    let hangs_up = ["HEAD /head-hangs-up", "GET /head-hangs-up"];
    check_answer("/head-hangs-up", LinkAnswer::Status(200), &hangs_up);
    for (path, code) in [("/forbidden", 403), ("/lost", 404), ("/gone", 410), ("/fault", 500)] {
        let requests = [format!("HEAD {path}"), format!("GET {path}")];
        check_answer(path, LinkAnswer::Status(code), &requests.each_ref().map(String::as_str));
    }
}

#[test]
fn redirects_are_followed_five_times() {
    check_answer("/loop", LinkAnswer::Redirects, &["HEAD /loop"; 6]);
}

#[test]
fn a_redirect_to_what_is_no_page_is_the_answer() {
    let requests = ["HEAD /moved-nowhere", "GET /moved-nowhere"];
    check_answer("/moved-nowhere", LinkAnswer::Status(301), &requests);
}

#[test]
fn connections_that_come_to_nothing_have_their_answers() {
    check_answer("/hangs-up", LinkAnswer::Broken, &["HEAD /hangs-up", "GET /hangs-up"]);
    let server = Server::start();
    let (address, hasty) =
        (server.address("/silent"), Manners { timeout: Duration::from_millis(300), ..manners() });
    let answers = ask_all(&[&address], &hasty, &|_, _| {});
    assert_eq!(answers[address.as_str()], LinkAnswer::Timeout);
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let address = format!("http://{nobody}/");
    let answers = ask_all(&[&address], &manners(), &|_, _| {});
    assert_eq!(answers[address.as_str()], LinkAnswer::NoConnection);
}

#[test]
fn a_host_that_asks_for_rest_has_it() {
    for (busy, code) in [("/a-busy", 429), ("/resting", 503)] {
        let server = Server::start();
        let paths = [busy, "/to-rest/1", "/to-rest/2"];
        let addresses = paths.map(|path| server.address(path));
        let answers = ask_all(&addresses.each_ref().map(String::as_str), &manners(), &|_, _| {});
        let expected = BTreeMap::from([(addresses[0].as_str(), LinkAnswer::Busy(code))]);
        assert_eq!(answers, expected);
        assert_eq!(server.requests(), [format!("HEAD {busy}")]);
    }
}

#[test]
fn a_host_has_one_request_at_a_time_also_by_redirect() {
    let server = Server::start();
    let mut addresses = Vec::new();
    for number in 0..40 {
        addresses.push(server.address(&format!("/to-localhost/{number}")));
        addresses.push(format!("http://localhost:{}/page/{number}", server.port));
    }
    let list: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let answers = ask_all(&list, &manners(), &|_, _| {});
    assert!(answers.values().all(|&answer| answer == LinkAnswer::Status(200)), "{answers:?}");
    assert_eq!(answers.len(), addresses.len());
    assert_eq!(server.seen.lock().unwrap().most_at_a_host, 1);
}

#[test]
fn a_host_has_a_pause_after_each_request() {
    static PAUSES: Mutex<Vec<Duration>> = Mutex::new(Vec::new());
    let day = Duration::from_secs(86_400);
    let slow =
        Manners { pause: day, sleep: |pause| PAUSES.lock().unwrap().push(pause), ..manners() };
    let server = Server::start();
    // HEAD, GET, and HEAD twice for the redirect: four requests, three pauses.
    let addresses = [server.address("/lost"), server.address("/moved")];
    ask_all(&addresses.each_ref().map(String::as_str), &slow, &|_, _| {});
    assert_eq!(server.requests().len(), 4);
    let pauses = PAUSES.lock().unwrap().clone();
    assert_eq!(pauses.len(), 3);
    assert!(pauses.iter().all(|&pause| pause > day / 2 && pause <= day), "{pauses:?}");
}

#[test]
fn the_asker_says_who_it_is() {
    let server = Server::start();
    server.ask("/fine");
    let agent = "user-agent: Casebook-link-check/0.1.0 (+https://github.com/casebook/tests)";
    let headers = server.seen.lock().unwrap().headers.clone();
    assert!(headers.iter().any(|line| line == agent), "{headers:?}");
}

/// A day by its number.
fn day(number: u32) -> Date {
    date(2026, 1, 1) + i64::from(number).days()
}

/// Status, answer and number of failures of each path after a run on a day.
fn run_on(
    server: &Server,
    file: &Path,
    paths: &[&str],
    number: u32,
) -> Vec<(LinkStatus, String, usize)> {
    let addresses: Vec<String> = paths.iter().map(|path| server.address(path)).collect();
    let set: BTreeSet<&str> = addresses.iter().map(String::as_str).collect();
    let links = check(file, &set, &manners(), day(number)).unwrap().links;
    assert_eq!(links, super::status::read(file).unwrap().links);
    let known = addresses.iter().filter_map(|address| links.get(address));
    known.map(|entry| (entry.status, entry.answer.clone(), entry.failures.len())).collect()
}

#[test]
fn the_file_remembers_from_run_to_run() {
    let server = Server::start();
    let folder = tempdir().unwrap();
    let file = folder.path().join("link-status.json");
    let paths = ["/fine", "/forbidden", "/lost"];
    let after = |status, failures| {
        vec![
            (LinkStatus::Alive, "200".to_owned(), 0),
            (LinkStatus::Unclear, "403".to_owned(), 0),
            (status, "404".to_owned(), failures),
        ]
    };
    assert_eq!(run_on(&server, &file, &paths, 100), after(LinkStatus::Unclear, 1));
    assert_eq!(run_on(&server, &file, &paths, 101), after(LinkStatus::Unclear, 1));
    assert_eq!(run_on(&server, &file, &paths, 103), after(LinkStatus::Unclear, 2));
    assert_eq!(run_on(&server, &file, &paths, 106), after(LinkStatus::Dead, 3));
    // A link that is no longer in the catalogue is removed from the file.
    assert_eq!(run_on(&server, &file, &["/fine"], 107).len(), 1);
    assert!(!fs::read_to_string(&file).unwrap().contains("/lost"));
}

#[test]
fn what_was_not_asked_for_keeps_its_entry() {
    let server = Server::start();
    let folder = tempdir().unwrap();
    let file = folder.path().join("link-status.json");
    run_on(&server, &file, &["/lost"], 100);
    let entries = run_on(&server, &file, &["/a-busy", "/lost"], 103);
    let expected =
        [(LinkStatus::Unclear, "429".to_owned(), 0), (LinkStatus::Unclear, "404".to_owned(), 1)];
    assert_eq!(entries, expected);
}

#[test]
fn a_file_that_is_not_understood_is_left_alone() {
    let server = Server::start();
    let folder = tempdir().unwrap();
    let file = folder.path().join("link-status.json");
    fs::write(&file, "{ torn").unwrap();
    let address = server.address("/fine");
    let error = check(&file, &[address.as_str()].into(), &manners(), day(1));
    assert!(error.is_err());
    assert_eq!(fs::read_to_string(&file).unwrap(), "{ torn");
    assert_eq!(server.requests(), [""; 0]);
}

#[test]
fn a_machine_without_connection_blames_no_link() {
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let address = format!("http://{nobody}/");
    let folder = tempdir().unwrap();
    let file = folder.path().join("link-status.json");
    let error = check(&file, &[address.as_str()].into(), &manners(), day(1));
    assert!(error.unwrap_err().to_string().contains("check the connection of this machine"));
    assert!(!file.exists());
}
