//! Patterns of hosts and paths: how they match, and which ones never can.

use crate::diagnostic::{Code, Reporter};
use crate::toml_file::Entry;

pub(super) fn host_matches(pattern: &str, host: &str) -> bool {
    if pattern == "*" {
        return true;
    }
    if let Some(domain) = pattern.strip_prefix('*') {
        return host.ends_with(domain);
    }
    match pattern.strip_suffix('*') {
        Some(prefix) => host.starts_with(prefix),
        None => host == pattern,
    }
}

pub(super) fn path_matches(pattern: &[&str], segments: &[&str]) -> bool {
    match (pattern, segments) {
        ([], []) | (["**"], _) => true,
        (["**", rest @ ..], _) => segments.len().checked_sub(rest.len()).is_some_and(|skipped| {
            segments.get(skipped..).is_some_and(|tail| path_matches(rest, tail))
        }),
        ([wanted, rest @ ..], [segment, tail @ ..]) => {
            let matches = match wanted.strip_prefix('*') {
                Some(suffix) => segment.to_ascii_lowercase().ends_with(suffix),
                None => wanted == segment,
            };
            matches && path_matches(rest, tail)
        }
        _ => false,
    }
}

/// A host or a pattern of hosts that can match.
pub(super) fn read_host(entry: &Entry<'_>, key: &str, report: &mut Reporter<'_>) -> Option<String> {
    let host = entry.required(key, report)?;
    let text = host.get_ref();
    let bare = text.to_lowercase();
    let bare = bare.rsplit("://").next().unwrap_or_default();
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let bare = bare.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if bare != text {
        report.error(Code::NeverMatches,
            host.span(),
            format!("{key} \"{text}\" can never match: hosts are compared in lower case, without scheme, www. and path"),
            format!("write \"{bare}\""),
        );
        return None;
    }
    let inner = text.strip_prefix("*.").or_else(|| text.strip_suffix(".*")).unwrap_or(text);
    if text != "*" && (inner.contains(['*', ' ']) || inner.is_empty()) {
        report.error(
            Code::NeverMatches,
            host.span(),
            format!("{key} \"{text}\" can never match"),
            "write a host, or \"*.example.com\", \"blog.*\" or \"*\"",
        );
        return None;
    }
    Some(host.into_inner())
}

/// The segments of a pattern of paths that can match.
pub(super) fn read_path(entry: &Entry<'_>, report: &mut Reporter<'_>) -> Option<Vec<String>> {
    let Some(path) = entry.text("path", report) else {
        return (!entry.has("path")).then(|| vec!["**".to_owned()]);
    };
    let text = path.get_ref();
    let segments: Vec<&str> = text.split('/').filter(|segment| !segment.is_empty()).collect();
    if segments.join("/") != *text {
        report.error(
            Code::NeverMatches,
            path.span(),
            format!("path \"{text}\" has empty segments, which are not compared"),
            format!("write \"{}\"", segments.join("/")),
        );
        return None;
    }
    let last = segments.len().saturating_sub(1);
    for (at, segment) in segments.iter().enumerate() {
        let rest = segment.strip_prefix('*').unwrap_or(segment);
        let is_suffix = rest.len() < segment.len();
        let fault = if *segment == "**" {
            (at > 0 && at < last).then_some("\"**\" is read only first or last")
        } else if rest.contains('*') {
            Some("\"*\" is read only at the start of a segment")
        } else if rest.contains(['?', '#', ' ']) {
            Some("a path holds no \"?\", no \"#\" and no blank")
        } else if is_suffix && rest.contains(char::is_uppercase) {
            Some("what follows \"*\" is compared in lower case")
        } else {
            None
        };
        if let Some(fault) = fault {
            report.error(
                Code::NeverMatches,
                path.span(),
                format!("path \"{text}\" can never match: {fault}"),
                "write segments such as \"blog/*\", \"**/*.pdf\" or \"docs/**\"",
            );
            return None;
        }
    }
    Some(segments.into_iter().map(str::to_owned).collect())
}
