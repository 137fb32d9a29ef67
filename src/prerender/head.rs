//! What search engines and link previews read: title, description, canonical URL, structured data
//! (<https://schema.org>).

use std::fmt::Write as _;

use catalog::{
    Base, Catalog, Chapter, Company, Identity, Podcast, Route, Technology, podcast_address,
    share_image,
};
use serde_json::{Value, json};

use super::markup::escape;
use crate::text;
use crate::wording::{nouns, prerendered};

/// In characters; search engines cut longer ones.
const LONGEST_DESCRIPTION: usize = 200;

/// The vocabulary of the structured data.
const CONTEXT: &str = "https://schema.org";

/// Excludes a page from search engines.
const NOINDEX: &str = "<meta name=\"robots\" content=\"noindex\" />";

/// The lines of `<head>` that differ between pages. A page without a canonical URL (not found) is
/// excluded from search engines.
pub(super) fn of(catalog: &Catalog, base: Base, canonical: Option<&Route>, title: &str) -> String {
    let mut head = String::new();
    line(&mut head, format_args!("<title>{}</title>", escape(title)));
    if canonical.is_none() {
        line(&mut head, format_args!("{NOINDEX}"));
    }
    if let Some(address) = canonical.and_then(|route| whole(base, &route.path())) {
        let address = escape(&address);
        line(&mut head, format_args!("<link rel=\"canonical\" href=\"{address}\" />"));
        line(&mut head, format_args!("<meta property=\"og:url\" content=\"{address}\" />"));
    }
    let description = cut(&description(catalog, canonical), LONGEST_DESCRIPTION);
    let preview = whole(base, &share_image(canonical.unwrap_or(&Route::Home)));
    let (card, preview_words) = match preview {
        Some(_) => {
            ("summary_large_image", Some(preview_words(&catalog.identity, canonical, title)))
        }
        None => ("summary", None),
    };
    let (name, property) = ("name", "property");
    for (attribute, key, value) in [
        (name, "description", Some(description.as_str())),
        (property, "og:site_name", Some(&catalog.identity.name)),
        (property, "og:type", Some("website")),
        (property, "og:title", Some(title)),
        (property, "og:description", Some(&description)),
        (property, "og:image", preview.as_deref()),
        (property, "og:image:alt", preview_words.as_deref()),
        (name, "twitter:card", Some(card)),
        (name, "twitter:title", Some(title)),
        (name, "twitter:description", Some(&description)),
        (name, "twitter:image", preview.as_deref()),
    ] {
        if let Some(value) = value.map(escape) {
            line(&mut head, format_args!("<meta {attribute}=\"{key}\" content=\"{value}\" />"));
        }
    }
    let data = structured_data(catalog, base, canonical, title, &description);
    // A "</script>" in a text must not end the element.
    let data = data.to_string().replace('<', "\\u003c");
    line(&mut head, format_args!("<script type=\"application/ld+json\">{data}</script>"));
    head
}

/// The words on the picture of a link preview.
fn preview_words(identity: &Identity, canonical: Option<&Route>, title: &str) -> String {
    match canonical {
        Some(Route::Company(_) | Route::Technology(_)) => title.to_owned(),
        _ => format!("{}: {}", identity.name, identity.tagline),
    }
}

/// The same lines for the shell.
pub(super) fn of_shell(identity: &Identity) -> String {
    format!("<title>{}</title>\n{NOINDEX}\n", escape(&identity.name))
}

/// The absolute URL of a page or file; nothing when the origin is unknown.
fn whole(base: Base, path: &str) -> Option<String> {
    base.has_origin().then(|| base.file(path))
}

fn line(head: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string never fails.
    let _ = writeln!(head, "{text}");
}

/// At most `longest` characters, cut between words.
fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let start: String = text.chars().take(longest - 2).collect();
    let whole = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{} …", whole.trim_end_matches([',', ';', '.']))
}

fn description(catalog: &Catalog, canonical: Option<&Route>) -> String {
    let Some(route) = canonical else {
        return prerendered::unknown_address(&count_companies(catalog));
    };
    match route {
        Route::Company(slug) => catalog.company(slug).map(|company| of_company(catalog, company)),
        Route::Technology(slug) => {
            catalog.technology(slug).map(|technology| of_technology(catalog, technology))
        }
        _ => None,
    }
    .unwrap_or_else(|| of_fixed(catalog, route))
}

fn of_fixed(catalog: &Catalog, route: &Route) -> String {
    let companies = count_companies(catalog);
    match route {
        Route::Technologies => prerendered::technologies(
            &text::count(catalog.technologies.len(), nouns::TECHNOLOGY),
            &companies,
        ),
        Route::Listen => {
            let (episodes, _) = catalog.material();
            prerendered::listen(&text::count(episodes, nouns::PODCAST_EPISODE))
        }
        Route::Material => {
            let (episodes, resources) = catalog.material();
            prerendered::material(
                &text::count(episodes + resources, nouns::TALK_ARTICLE_OR_EPISODE),
                &companies,
            )
        }
        Route::Letter(letter) => prerendered::letter(&letter.to_ascii_uppercase(), &companies),
        Route::Compare => prerendered::compare(explore::Compared::MOST, &companies),
        Route::Saved => prerendered::SAVED.to_owned(),
        Route::About => prerendered::about(&companies),
        _ => prerendered::home(catalog.identity.subject_first(), &companies),
    }
}

fn count_companies(catalog: &Catalog) -> String {
    text::count(catalog.companies.len(), nouns::COMPANY)
}

fn of_company(catalog: &Catalog, company: &Company) -> String {
    let mut parts = Vec::new();
    if !company.resources.is_empty() {
        parts.push(text::count(company.resources.len(), prerendered::TALK_OR_ARTICLE));
    }
    if !company.podcasts.is_empty() {
        parts.push(text::count(company.podcasts.len(), nouns::PODCAST_EPISODE));
    }
    let technologies: Vec<&str> = company
        .uses()
        .filter_map(|tag| catalog.technology(tag.technology.as_str()))
        .map(text::short_name)
        .collect();
    let technologies = if technologies.is_empty() {
        String::new()
    } else {
        prerendered::with_words_behind(&technologies.join(", "))
    };
    let title = catalog.identity.title_of(&company.name);
    format!("{title}. {}.{technologies}", parts.join(" and "))
}

fn of_technology(catalog: &Catalog, technology: &Technology) -> String {
    let (mut strong, mut weak) = (Vec::new(), Vec::new());
    for company in &catalog.companies {
        let mut uses = company.uses();
        let Some(tag) = uses.find(|tag| tag.technology == technology.slug) else { continue };
        let users = if tag.grade().is_strong() { &mut strong } else { &mut weak };
        users.push(company.name.as_str());
    }
    let users = match (strong.is_empty(), weak.is_empty()) {
        (true, true) => prerendered::NOBODY.to_owned(),
        (true, false) => prerendered::weak_users(&weak.join(", ")),
        (false, true) => prerendered::strong_users(&strong.join(", ")),
        (false, false) => prerendered::users(&strong.join(", "), &weak.join(", ")),
    };
    format!("{}: {} {users}", technology.name, technology.summary)
}

fn structured_data(
    catalog: &Catalog,
    base: Base,
    canonical: Option<&Route>,
    title: &str,
    description: &str,
) -> Value {
    let home = whole(base, "");
    let site =
        with_url(json!({ "@type": "WebSite", "name": catalog.identity.name }), home.as_deref());
    if canonical == Some(&Route::Home) {
        let mut site = site;
        site["@context"] = CONTEXT.into();
        site["description"] = description.into();
        if let Some(home) = home {
            site["potentialAction"] = json!({
                "@type": "SearchAction",
                "target": format!("{home}?q={{search_term_string}}"),
                "query-input": "required name=search_term_string",
            });
        }
        return site;
    }
    let page = json!({
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": title,
        "description": description,
        "inLanguage": "en",
        "isPartOf": site,
    });
    let Some(route) = canonical else { return page };
    let mut page = with_url(page, whole(base, &route.path()).as_deref());
    let company = match route {
        Route::Company(slug) => catalog.company(slug),
        _ => None,
    };
    page["isBasedOn"] = match company.and_then(|company| catalog.chapter_of(company)) {
        Some(chapter) => work(&catalog.identity, chapter),
        None => catalog.chapters.iter().map(|chapter| work(&catalog.identity, chapter)).collect(),
    };
    match route {
        Route::Company(slug) => {
            if let Some(company) = catalog.company(slug) {
                page["about"] = json!({ "@type": "Organization", "name": company.name });
                if !company.podcasts.is_empty() {
                    page["hasPart"] = company.podcasts.iter().map(episode).collect();
                }
            }
        }
        Route::Listen => {
            let episodes = catalog.companies.iter().flat_map(|company| &company.podcasts);
            page["hasPart"] = episodes.map(episode).collect();
        }
        Route::Technology(slug) => {
            if let Some(technology) = catalog.technology(slug) {
                let (name, url) = (&technology.name, &technology.homepage);
                page["about"] = json!({ "@type": "Thing", "name": name, "url": url });
            }
        }
        _ => {}
    }
    page
}

fn work(identity: &Identity, chapter: &Chapter) -> Value {
    let kind = if chapter.book.is_some() { "Book" } else { "CreativeWork" };
    let work = json!({
        "@type": kind,
        "name": chapter.work(),
        "inLanguage": identity.language,
        "author": { "@type": "Person", "name": chapter.author },
    });
    with_url(work, chapter.permalink.as_deref().or(chapter.homepage.as_deref()))
}

fn with_url(mut thing: Value, url: Option<&str>) -> Value {
    if let Some(url) = url {
        thing["url"] = url.into();
    }
    thing
}

fn episode(podcast: &Podcast) -> Value {
    let mut episode = json!({ "@type": "PodcastEpisode", "name": podcast.title });
    if !podcast.blurb.is_empty() {
        episode["description"] = podcast.blurb.as_str().into();
    }
    if let Some(number) = podcast.episode {
        episode["episodeNumber"] = number.into();
    }
    if let Some(address) = podcast_address(podcast) {
        episode["url"] = address.into();
    }
    episode
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog() -> Catalog {
        let mut acme = fixtures::a_company("acme", "Acme");
        acme.podcasts = vec![fixtures::a_podcast("Episode".to_owned(), "Words".to_owned())];
        Catalog {
            chapters: vec![fixtures::a_book_s_chapter()],
            companies: vec![acme],
            ..Catalog::default()
        }
    }

    fn head_under(origin: Option<&str>, route: Option<Route>, title: &str) -> String {
        let origin = origin.map(|origin| origin.parse().unwrap());
        let base = Base::new(origin.as_ref(), &"/sub/".parse().unwrap());
        of(&catalog(), base, route.as_ref(), title)
    }

    fn head_of(route: Option<Route>, title: &str) -> String {
        head_under(Some("https://example.org"), route, title)
    }

    /// The structured data.
    fn data_in(head: &str) -> Value {
        let (_, rest) = head.split_once("<script type=\"application/ld+json\">").unwrap();
        serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
    }

    #[test]
    fn a_page_names_its_whole_address() {
        let head = head_of(Some(Route::Company("acme".to_owned())), "Acme");
        let address = "https://example.org/sub/company/acme";
        assert!(head.contains(&format!("<link rel=\"canonical\" href=\"{address}\" />")));
        assert!(head.contains(&format!("<meta property=\"og:url\" content=\"{address}\" />")));
        assert_eq!(data_in(&head)["url"], address);
        assert!(head.contains("\"@type\":\"PodcastEpisode\""), "{head}");
    }

    #[test]
    fn a_preview_has_a_picture_where_its_whole_address_is_known() {
        let about = Some(Route::About);
        let preview = "content=\"https://example.org/sub/preview.png\"";
        let head = head_of(about.clone(), "About");
        for tag in [
            format!("property=\"og:image\" {preview}"),
            format!("name=\"twitter:image\" {preview}"),
            "name=\"twitter:card\" content=\"summary_large_image\"".to_owned(),
        ] {
            assert!(head.contains(&tag), "{tag} in {head}");
        }
        let head = head_of(Some(Route::Company("acme".to_owned())), "Acme");
        let own = "content=\"https://example.org/sub/share/company/acme.png\"";
        assert!(head.contains(&format!("property=\"og:image\" {own}")), "{head}");
        let head = head_under(None, about, "About");
        assert!(head.contains("name=\"twitter:card\" content=\"summary\""), "{head}");
        assert!(!head.contains("image"), "{head}");
    }

    #[test]
    fn no_address_without_its_host_is_told() {
        for route in [Route::Home, Route::About] {
            let head = head_under(None, Some(route.clone()), "Casebook");
            assert!(!head.contains("/sub/"), "{head}");
            let data = data_in(&head);
            assert!(data["description"].is_string(), "{data}");
            for key in ["url", "potentialAction"] {
                assert_eq!(data.get(key), None, "{data}");
            }
        }
        let home = data_in(&head_of(Some(Route::Home), "Casebook"));
        assert_eq!(home["url"], "https://example.org/sub/");
        let target = "https://example.org/sub/?q={search_term_string}";
        assert_eq!(home["potentialAction"]["target"], target);
    }

    #[test]
    fn a_title_cannot_leave_its_element() {
        let head = head_of(Some(Route::About), "</title></script><b>\"");
        assert!(!head.contains("</title></script>"), "{head}");
        assert_eq!(head.matches("</script>").count(), 1, "{head}");
    }

    #[test]
    fn what_does_not_exist_is_described_and_kept_out_of_search_engines() {
        let head = head_of(None, "Nothing");
        assert!(head.contains("noindex"), "{head}");
        assert!(!head.contains("canonical") && !head.contains("og:url"), "{head}");
        let description = "content=\"Nothing is at this address. Search the case studies of ";
        for key in ["name=\"description\"", "property=\"og:description\""] {
            assert!(head.contains(&format!("<meta {key} {description}")), "{head}");
        }
        let data = data_in(&head);
        assert_eq!(data["@type"], "WebPage");
        assert_eq!(data["name"], "Nothing");
        assert_eq!(data["isPartOf"]["name"], "Casebook");
        assert_eq!(data.get("url"), None, "{data}");
    }

    #[test]
    fn long_descriptions_end_at_a_word() {
        assert_eq!(cut("one two three", 11), "one two …");
        assert_eq!(cut("one two", 7), "one two");
    }
}
