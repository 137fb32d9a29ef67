//! The site's chapter as a whole.

use std::collections::BTreeSet;

use catalog::{Block, Kind, TitleSource};

use crate::support::{CHAPTER, compile_chapter, compile_site, messages};

#[test]
fn the_chapter_has_its_companies_in_order() {
    let catalog = compile_chapter(CHAPTER).catalog;
    let slugs: Vec<&str> = catalog.companies.iter().map(|company| company.slug.as_str()).collect();
    assert_eq!(
        slugs.join(" "),
        "airbnb amazon baidu blackrock bmw booking-com cern disney dlr drivetribe dropbox ebay \
         expedia facebook google grammarly ing-fraud instagram linkedin lyft nasa netflix olx otto \
         paypal pinterest salesforce siemens-mindsphere slack spotify symantec tinder twitter uber \
         upwork woot zalando"
    );
    let airbnb = &catalog.companies[0];
    assert_eq!((airbnb.name.as_str(), airbnb.line, airbnb.last_line), ("Airbnb", 49, 75));
    let zalando = catalog.company("zalando").unwrap();
    assert_eq!((zalando.line, zalando.last_line), (558, 599));
}

#[test]
fn the_chapter_has_its_podcasts() {
    let catalog = compile_chapter(CHAPTER).catalog;
    let podcasts: Vec<_> = catalog.companies.iter().flat_map(|company| &company.podcasts).collect();
    assert_eq!(podcasts.len(), 12);
    assert!(podcasts.iter().all(|podcast| podcast.youtube.is_some()));
    assert!(podcasts.iter().all(|podcast| podcast.episode.is_some() && !podcast.blurb.is_empty()));
    let silent: Vec<_> = podcasts.iter().filter(|podcast| podcast.audio.is_empty()).collect();
    assert_eq!(silent.len(), 1);
    assert_eq!(silent[0].title, "Data Engineering At Zalando Case Study Talk");
    assert!(podcasts.iter().any(|p| p.title == "Data Engineering At Netflix Case Study"));
}

#[test]
fn the_chapter_has_its_addresses() {
    let catalog = compile_chapter(CHAPTER).catalog;
    let mut addresses = BTreeSet::new();
    for company in &catalog.companies {
        addresses.extend(company.resources.iter().map(|resource| resource.url.clone()));
        for podcast in &company.podcasts {
            addresses.extend(podcast.audio.iter().map(|audio| audio.url.clone()));
            addresses.extend(podcast.youtube.clone());
        }
    }
    assert_eq!(addresses.len(), 136);
}

#[test]
fn what_the_chapter_could_say_better_is_a_warning() {
    let compilation = compile_chapter(CHAPTER);
    assert!(!compilation.has_errors(), "{}", messages(&compilation.diagnostics));
    let places: Vec<_> =
        compilation.diagnostics.iter().map(|fault| (fault.line, fault.column)).collect();
    assert_eq!(places, [(107, 1), (251, 48), (253, 9), (586, 1), (589, 1), (595, 1)]);
}

#[test]
fn a_repeated_address_is_one_resource_with_two_lines() {
    let catalog = compile_chapter(CHAPTER).catalog;
    let repeated = &catalog.company("booking-com").unwrap().resources[0];
    assert_eq!(repeated.lines, [103, 107]);
}

#[test]
fn the_pictures_are_figures_without_their_residue() {
    let catalog = compile_chapter(CHAPTER).catalog;
    let body = &catalog.company("netflix").unwrap().body;
    let figures: Vec<_> = body
        .iter()
        .filter_map(|block| if let Block::Figure(figure) = block { Some(figure) } else { None })
        .collect();
    let captions: Vec<_> = figures.iter().map(|figure| figure.caption.as_str()).collect();
    assert_eq!(
        captions,
        [
            "Old Netflix Batch Processing Pipeline",
            "Netflix Trending Now Feature",
            "Netflix Streaming Pipeline"
        ]
    );
    assert!(figures.iter().all(|figure| figure.label.as_deref() == Some("fig:Bild1")));
    assert!(figures.iter().all(|figure| figure.width.as_deref() == Some("90%")));
    let json = serde_json::to_string(body).unwrap();
    assert!(!json.contains("]{") && !json.contains("{#"), "{json}");
}

#[test]
fn a_broken_link_becomes_the_links_that_were_meant() {
    let catalog = compile_chapter(CHAPTER).catalog;
    let zalando = catalog.company("zalando").unwrap();
    let label = |address: &str| {
        zalando.resources.iter().find(|r| r.url == address).and_then(|r| r.label.as_deref())
    };
    assert_eq!(label("https://aws.amazon.com/step-functions/"), Some("AWS Step Functions"));
    assert_eq!(label("https://states-language.net/spec.html"), Some("AWS State Language"));
    assert_eq!(
        label("https://www.youtube.com/channel/UCxwul7aBm2LybbpKGbCOYNA/playlists"),
        Some("Youtube channel of the meetup")
    );
    assert_eq!(
        label(
            "https://databricks.com/session/continuous-applications-at-scale-of-100-teams-with-databricks-delta-and-structured-streaming"
        ),
        Some("talk at Spark+AI Summit about Zalando's Processing Platform")
    );
}

#[test]
fn the_words_of_a_link_are_its_title_where_the_address_has_none() {
    let catalog = compile_chapter(CHAPTER).catalog;
    let talk = &catalog.company("netflix").unwrap().resources[0];
    assert_eq!(talk.title, "How to use data to make a hit TV show | Sebastian Wernicke");
    assert_eq!((talk.title_source, talk.kind), (TitleSource::Stated, Kind::Video));
}

#[test]
fn the_pipelines_of_netflix_are_drawn() {
    let catalog = compile_site().catalog;
    let netflix =
        catalog.companies.iter().find(|company| company.slug.as_str() == "netflix").unwrap();
    let drawn: Vec<_> = netflix
        .body
        .iter()
        .filter_map(|block| match block {
            Block::Figure(figure) => Some((figure.src.as_str(), figure.diagram)),
            _ => None,
        })
        .collect();
    let expected = [
        ("/images/Netflix-Chuckwa-Pipeline.jpg", Some(0)),
        ("/images/Netflix-Trending-Now-Screenshot.jpg", None),
        ("/images/Netflix-Streaming-Pipeline.jpg", Some(1)),
    ];
    assert_eq!(drawn, expected);
    let captions: Vec<_> = netflix.diagrams.iter().map(|diagram| &diagram.caption).collect();
    assert_eq!(captions, ["Old Netflix Batch Processing Pipeline", "Netflix Streaming Pipeline"]);
}
