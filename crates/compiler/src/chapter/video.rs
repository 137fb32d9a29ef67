//! Addresses of videos at YouTube.

use url::Url;

/// The video that an address at YouTube names, `Err` when it names none, or `None` when the
/// address lies elsewhere.
pub(super) fn youtube_id(url: &Url) -> Option<Result<String, ()>> {
    let host = url.host_str().unwrap_or_default();
    let host =
        ["www.", "m.", "music."].iter().find_map(|start| host.strip_prefix(start)).unwrap_or(host);
    let mut segments = url.path_segments().into_iter().flatten();
    let id = match (host, segments.next().unwrap_or_default()) {
        ("youtu.be", id) => Some(id.to_owned()),
        (
            "youtube.com" | "youtube-nocookie.com",
            "live" | "shorts" | "embed" | "v" | "e" | "watch",
        ) if url.query_pairs().all(|(key, _)| key != "v") => segments.next().map(str::to_owned),
        ("youtube.com" | "youtube-nocookie.com", _) => {
            url.query_pairs().find(|(key, _)| key == "v").map(|(_, id)| id.into_owned())
        }
        _ => return None,
    };
    let is_id = |id: &String| {
        id.len() == 11 && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    Some(id.filter(is_id).ok_or(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_video_s_address_names_it() {
        for address in [
            "https://youtu.be/abcdefghijk",
            "https://youtu.be/abcdefghijk?si=x",
            "https://www.youtube.com/watch?v=abcdefghijk&t=1",
            "https://m.youtube.com/watch?v=abcdefghijk",
            "https://music.youtube.com/watch?v=abcdefghijk",
            "https://youtube.com/live/abcdefghijk",
            "https://www.youtube.com/shorts/abcdefghijk",
            "https://www.youtube.com/embed/abcdefghijk?start=3",
            "https://www.youtube-nocookie.com/embed/abcdefghijk",
            "https://www.youtube.com/v/abcdefghijk",
            "https://www.youtube.com/watch/abcdefghijk",
            "https://www.youtube.com/attribution_link?v=abcdefghijk",
        ] {
            let found = youtube_id(&Url::parse(address).unwrap());
            assert_eq!(found, Some(Ok("abcdefghijk".to_owned())), "{address}");
        }
        for address in ["https://www.youtube.com/channel/UC", "https://youtu.be/short"] {
            assert_eq!(youtube_id(&Url::parse(address).unwrap()), Some(Err(())), "{address}");
        }
        assert_eq!(youtube_id(&Url::parse("https://notyoutube.com/watch?v=a").unwrap()), None);
    }
}
