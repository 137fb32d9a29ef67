//! What search engines and link previews read of a page: title, description, address, structured
//! data by <https://schema.org>.

use std::fmt::Write as _;

use catalog::export::Site as Addresses;
use catalog::{Catalog, Company, Podcast, Route, Technology};
use serde_json::{Value, json};

use super::markup::escape;
use crate::routes::podcast_address;
use crate::text;

/// What a description may be long: search engines cut longer ones.
const LONGEST_DESCRIPTION: usize = 200;

/// The picture of link previews, below the base.
const PREVIEW: &str = "preview.png";

/// The lines of `<head>` that differ from page to page. A page that lives nowhere (what was asked
/// for does not exist) is kept out of search engines.
pub(super) fn of(
    catalog: &Catalog,
    addresses: &Addresses,
    canonical: Option<&Route>,
    title: &str,
) -> String {
    let mut head = String::new();
    line(&mut head, format_args!("<title>{}</title>", escape(title)));
    let Some(route) = canonical else {
        line(&mut head, format_args!("<meta name=\"robots\" content=\"noindex\" />"));
        return head;
    };
    let description = cut(&description(catalog, route), LONGEST_DESCRIPTION);
    let address = addresses.address(&route.path());
    let preview = addresses.address(PREVIEW);
    let (name, property) = ("name", "property");
    // Both are read as whole addresses only.
    if addresses.has_origin() {
        let address = escape(&address);
        line(&mut head, format_args!("<link rel=\"canonical\" href=\"{address}\" />"));
        line(&mut head, format_args!("<meta property=\"og:url\" content=\"{address}\" />"));
    }
    for (attribute, key, value) in [
        (name, "description", description.as_str()),
        (property, "og:site_name", "Casebook"),
        (property, "og:type", "website"),
        (property, "og:title", title),
        (property, "og:description", &description),
        (property, "og:image", &preview),
        (property, "og:image:alt", "Casebook: who runs what, and how do we know?"),
        (name, "twitter:card", "summary_large_image"),
        (name, "twitter:title", title),
        (name, "twitter:description", &description),
        (name, "twitter:image", &preview),
    ] {
        let value = escape(value);
        line(&mut head, format_args!("<meta {attribute}=\"{key}\" content=\"{value}\" />"));
    }
    let data = structured_data(catalog, addresses, route, title, &description);
    // A "</script>" in a text must not end the element.
    let data = data.to_string().replace('<', "\\u003c");
    line(&mut head, format_args!("<script type=\"application/ld+json\">{data}</script>"));
    head
}

fn line(head: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a text never fails.
    let _ = writeln!(head, "{text}");
}

/// Up to `longest` characters, ended at a word.
fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let start: String = text.chars().take(longest - 2).collect();
    let whole = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{} …", whole.trim_end_matches([',', ';', '.']))
}

fn description(catalog: &Catalog, route: &Route) -> String {
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
    let companies = text::count(catalog.companies.len(), "company", "companies");
    match route {
        Route::Technologies => format!(
            "{} by what they do, who of {companies} uses them, and which are used together.",
            text::count(catalog.technologies.len(), "technology", "technologies")
        ),
        Route::Compare => format!(
            "Set up to {} of {companies} side by side: what each runs for which role, and on what \
             evidence.",
            catalog::Compared::MOST
        ),
        Route::Saved => "Companies, talks and articles that you saved or marked as read. The list \
                         stays in your browser."
            .to_owned(),
        Route::About => format!(
            "Where the case studies of {companies} come from, how old they are, how technologies \
             are tagged, and under what licence."
        ),
        _ => format!(
            "Data-engineering case studies of {companies}: search them, filter by technology, read \
             the words every tag rests on, hear the podcast."
        ),
    }
}

fn of_company(catalog: &Catalog, company: &Company) -> String {
    let mut parts = Vec::new();
    if !company.resources.is_empty() {
        parts.push(text::count(company.resources.len(), "talk or article", "talks and articles"));
    }
    if !company.podcasts.is_empty() {
        parts.push(text::count(company.podcasts.len(), "podcast episode", "podcast episodes"));
    }
    let technologies: Vec<&str> = company
        .tags
        .iter()
        .filter_map(|tag| catalog.technology(tag.technology.as_str()))
        .map(text::short_name)
        .collect();
    let technologies = if technologies.is_empty() {
        String::new()
    } else {
        format!(" {}, each with the words it rests on.", technologies.join(", "))
    };
    format!("How {} does data engineering: {}.{technologies}", company.name, parts.join(" and "))
}

fn of_technology(catalog: &Catalog, technology: &Technology) -> String {
    let users: Vec<&str> = catalog
        .companies
        .iter()
        .filter(|company| company.tags.iter().any(|tag| tag.technology == technology.slug))
        .map(|company| company.name.as_str())
        .collect();
    let users = if users.is_empty() {
        "No company of the chapter names it.".to_owned()
    } else {
        format!("Who uses it, and on what words: {}.", users.join(", "))
    };
    format!("{}: {} {users}", technology.name, technology.summary)
}

fn structured_data(
    catalog: &Catalog,
    addresses: &Addresses,
    route: &Route,
    title: &str,
    description: &str,
) -> Value {
    let home = addresses.address("");
    let site = json!({ "@type": "WebSite", "name": "Casebook", "url": home });
    if *route == Route::Home {
        return json!({
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": "Casebook",
            "url": home,
            "description": description,
            "potentialAction": {
                "@type": "SearchAction",
                "target": format!("{home}?q={{search_term_string}}"),
                "query-input": "required name=search_term_string",
            },
        });
    }
    let source = &catalog.source;
    let mut page = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": title,
        "url": addresses.address(&route.path()),
        "description": description,
        "isPartOf": site,
        "isBasedOn": {
            "@type": "Book",
            "name": source.title,
            "author": { "@type": "Person", "name": source.author },
            "url": source.permalink,
        },
    });
    match route {
        Route::Company(slug) => {
            if let Some(company) = catalog.company(slug) {
                page["about"] = json!({ "@type": "Organization", "name": company.name });
                if !company.podcasts.is_empty() {
                    page["hasPart"] = company.podcasts.iter().map(episode).collect();
                }
            }
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
    use crate::site::Site;

    fn head_of(route: Option<Route>, title: &str) -> String {
        let addresses = Addresses::new(Some("https://example.org"), "/sub/");
        of(Site::embedded().unwrap().catalog(), &addresses, route.as_ref(), title)
    }

    #[test]
    fn a_page_names_its_whole_address() {
        let head = head_of(Some(Route::Company("netflix".to_owned())), "Netflix");
        let address = "https://example.org/sub/company/netflix";
        assert!(head.contains(&format!("<link rel=\"canonical\" href=\"{address}\" />")));
        assert!(head.contains(&format!("<meta property=\"og:url\" content=\"{address}\" />")));
        assert!(head.contains("\"@type\":\"PodcastEpisode\""), "{head}");
    }

    #[test]
    fn a_title_cannot_leave_its_element() {
        let head = head_of(Some(Route::About), "</title></script><b>\"");
        assert!(!head.contains("</title></script>"), "{head}");
        assert_eq!(head.matches("</script>").count(), 1, "{head}");
    }

    #[test]
    fn what_does_not_exist_is_kept_out_of_search_engines() {
        let head = head_of(None, "Nothing");
        assert!(head.contains("noindex"));
        assert!(!head.contains("canonical"));
    }

    #[test]
    fn long_descriptions_end_at_a_word() {
        assert_eq!(cut("one two three", 11), "one two …");
        assert_eq!(cut("one two", 7), "one two");
    }
}
