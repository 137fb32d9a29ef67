//! Components in a real browser's DOM. Run by `cargo xtask test`.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use casebook::app::App;
use casebook::components::chips::Chips;
use casebook::components::dock::Dock;
use casebook::components::marked::Marked;
use casebook::components::podcast::EpisodeSection;
use casebook::components::search_box::SearchBox;
use casebook::replace::{ChangingText, Replaced};
use casebook::site::Site;
use casebook::state::{Navigation, NowPlaying, SavedState};
use catalog::{Base, Catalog, Company, Podcast, Route};
use explore::{Filter, Index, LONGEST_GRID, Saved, SavedError, Shelf};
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    HtmlElement, HtmlInputElement, InputEvent, KeyboardEvent, KeyboardEventInit,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// A view in an element of its own, gone when the test ends.
struct Mounted {
    root: HtmlElement,
    _mounted: Box<dyn std::any::Any>,
}

impl Mounted {
    fn show<View: IntoView + 'static>(view: impl FnOnce() -> View + 'static) -> Self
    where
        UnmountHandle<View::State>: 'static,
    {
        let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        document().body().unwrap().append_child(&root).unwrap();
        let mounted = mount_to(root.clone(), move || {
            provide_context(Site::of(Catalog::default()));
            provide_context(Base::from_path("/"));
            provide_context(SavedState::stored());
            view()
        });
        Self { root, _mounted: Box::new(mounted) }
    }

    fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.root.query_selector(selector).unwrap().map(JsCast::unchecked_into)
    }

    fn html(&self) -> String {
        // Leptos leaves comments as markers; they are nothing that a reader sees.
        self.root.inner_html().replace("<!---->", "")
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.root.remove();
    }
}

#[wasm_bindgen_test]
fn marked_words_are_marked_and_content_stays_text() {
    let mounted = Mounted::show(|| view! { <Marked text="<b>Kafka</b>" marks=vec![(3, 8)] /> });
    assert_eq!(mounted.html(), "&lt;b&gt;<mark>Kafka</mark>&lt;/b&gt;");
}

fn episode(video: &str) -> Podcast {
    Podcast {
        episode: Some(62),
        title: "How it is done".to_owned(),
        blurb: String::new(),
        youtube: Some(video.to_owned()),
        youtube_label: None,
        audio: Vec::new(),
        resources: Vec::new(),
        line: 1,
    }
}

/// A company of which only the name is known.
fn company(slug: &str) -> Company {
    Company {
        slug: slug.parse().unwrap(),
        name: slug.to_owned(),
        chapter: 0,
        line: 1,
        last_line: 1,
        industry: None,
        podcasts: vec![],
        resources: vec![],
        body: vec![],
        diagrams: vec![],
        tags: vec![],
        denied: vec![],
    }
}

/// The sections of two episodes, and the player.
fn two_episodes() -> Mounted {
    Mounted::show(|| {
        let [one, two] = [episode("YWPsYpjNKeM"), episode("5TJMbRYwyYM")];
        let company = Company { podcasts: vec![one, two], ..company("acme") };
        let site = Site::of(Catalog { companies: vec![company], ..Catalog::default() });
        provide_context(site);
        provide_context(NowPlaying::none());
        provide_context(Navigation::fixed(Base::from_path("/"), &Route::Home));
        let [one, two] = [0, 1].map(|number| &site.catalog().companies[0].podcasts[number]);
        view! {
            <div id="one"><EpisodeSection podcast=one number=0 links=vec![] /></div>
            <div id="two"><EpisodeSection podcast=two number=1 links=vec![] /></div>
            <Dock />
        }
    })
}

#[wasm_bindgen_test]
fn nothing_is_embedded_before_play_is_pressed() {
    let mounted = two_episodes();
    assert!(mounted.find("iframe").is_none());
    assert!(mounted.find("img").is_none());
}

#[wasm_bindgen_test]
async fn play_opens_the_player_with_the_focus_in_it() {
    let mounted = two_episodes();
    mounted.find("button").unwrap().click();
    leptos::task::tick().await;
    let player = mounted.find("iframe").unwrap();
    let attribute = |name| player.get_attribute(name).unwrap_or_default();
    assert!(attribute("src").starts_with("https://www.youtube-nocookie.com/embed/YWPsYpjNKeM?"));
    assert_eq!(attribute("title"), "Player: How it is done");
    assert_eq!(attribute("referrerpolicy"), "strict-origin-when-cross-origin");
    assert!(attribute("allow").contains("autoplay"));
    assert_eq!(document().active_element().as_ref(), Some(player.as_ref()));
}

#[wasm_bindgen_test]
async fn the_start_of_one_episode_stops_the_other() {
    let mounted = two_episodes();
    let playing = || {
        ["#one", "#two"].map(|place| {
            let button = mounted.find(&format!("{place} .player__facade")).unwrap();
            button.get_attribute("aria-pressed").as_deref() == Some("true")
        })
    };
    mounted.find("#one button").unwrap().click();
    leptos::task::tick().await;
    assert_eq!(playing(), [true, false]);
    mounted.find("#two button").unwrap().click();
    leptos::task::tick().await;
    assert_eq!(playing(), [false, true]);
    let frames = mounted.root.query_selector_all("iframe").unwrap();
    assert_eq!(frames.length(), 1);
}

/// As a browser's translation does.
fn translate(element: &HtmlElement) {
    element.set_inner_html("<font><font>übersetzt</font></font>");
}

#[wasm_bindgen_test]
async fn a_changing_text_takes_the_place_of_its_translation() {
    let count = RwSignal::new(37);
    let mounted =
        Mounted::show(move || view! { <p>{move || ChangingText(count.get().to_string())}</p> });
    translate(&mounted.find("p > span").unwrap());
    count.set(7);
    leptos::task::tick().await;
    assert_eq!(mounted.html(), "<p><span>7</span></p>");
}

#[wasm_bindgen_test]
async fn a_replaced_view_takes_the_place_of_its_translation() {
    let names = RwSignal::new(vec!["Kafka", "Spark"]);
    let items = move || {
        let items = names.get().into_iter().map(|name| view! { <li>{name}</li> });
        Replaced(items.collect_view().into_any())
    };
    let mounted = Mounted::show(move || view! { <ul>{items}<li>"last"</li></ul> });
    translate(&mounted.find("li").unwrap());
    for (now, expected) in [
        (vec!["Flink"], "<ul><li>Flink</li><li>last</li></ul>"),
        (vec![], "<ul><li>last</li></ul>"),
        (vec!["Spark", "Kafka"], "<ul><li>Spark</li><li>Kafka</li><li>last</li></ul>"),
    ] {
        names.set(now);
        leptos::task::tick().await;
        assert_eq!(mounted.html(), expected);
    }
}

#[wasm_bindgen_test]
async fn escape_empties_the_search_box() {
    let text = RwSignal::new("kafka".to_owned());
    let mounted = Mounted::show(move || {
        view! { <SearchBox id="search" text on_type=Callback::new(move |typed| text.set(typed)) on_leave=Callback::new(|()| ()) on_enter=Callback::new(|()| ()) /> }
    });
    leptos::task::tick().await;
    let field: HtmlInputElement = mounted.find("input").unwrap().unchecked_into();
    assert_eq!(field.value(), "kafka");
    let escape = KeyboardEventInit::new();
    escape.set_key("Escape");
    escape.set_bubbles(true);
    escape.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &escape).unwrap();
    field.dispatch_event(&event).unwrap();
    leptos::task::tick().await;
    assert_eq!(text.get_untracked(), "");
    assert_eq!(field.value(), "");
}

#[wasm_bindgen_test]
fn a_stored_text_that_is_no_list_is_refused() {
    let check = || {
        let state = expect_context::<SavedState>();
        for json in [
            "",
            "{",
            "[]",
            "7",
            "null",
            r#"{"version":1,"companies":["netflix"],"resources":[]}"#,
            r#"{"version":1,"companies":[7],"resources":[],"done":[]}"#,
            r#"{"version":1,"companies":"netflix","resources":[],"done":[]}"#,
            r#"{"version":"1","companies":[],"resources":[],"done":[]}"#,
        ] {
            assert_eq!(state.read(json), Err(SavedError::NotAList), "{json}");
        }
        assert_eq!(state.read(r#"{"version":2}"#), Err(SavedError::Newer));
        let mut saved = Saved::default();
        saved.toggle(Shelf::Companies, "netflix");
        saved.toggle(Shelf::Done, "https://example.org/\"\\\n\u{2028}");
        assert_eq!(state.read(&saved.to_json()), Ok(saved));
    };
    Mounted::show(check);
}

#[wasm_bindgen_test]
async fn typing_reaches_the_owner_of_the_text() {
    let text = RwSignal::new(String::new());
    let mounted = Mounted::show(move || {
        view! { <SearchBox id="search" text on_type=Callback::new(move |typed| text.set(typed)) on_leave=Callback::new(|()| ()) on_enter=Callback::new(|()| ()) /> }
    });
    let field: HtmlInputElement = mounted.find("input").unwrap().unchecked_into();
    field.set_value("flink");
    field.dispatch_event(&InputEvent::new("input").unwrap()).unwrap();
    assert_eq!(text.get_untracked(), "flink");
}

#[wasm_bindgen_test]
async fn each_chip_leads_to_the_filter_without_it() {
    let filter = Filter::from_query_string("q=lake&kind=podcast");
    let filter = Index::new(&Catalog::default()).check(&filter);
    let mounted = Mounted::show(move || {
        let filter = Memo::new(move |_| filter.clone());
        view! { <Chips filter on_empty=Callback::new(|()| ()) /> }
    });
    let href = |label: &str| {
        mounted.find(&format!("a[aria-label='{label}']")).unwrap().get_attribute("href")
    };
    assert_eq!(href("Remove “lake”").as_deref(), Some("/?kind=podcast"));
    assert_eq!(href("Remove Podcast").as_deref(), Some("/?q=lake"));
}

#[wasm_bindgen_test]
async fn a_long_grid_is_drawn_step_by_step() {
    let companies = LONGEST_GRID + 20;
    let mounted = Mounted::show(move || {
        let companies = (0..companies).map(|number| company(&format!("acme-{number:03}")));
        let companies = companies.collect();
        let site = Site::of(Catalog { companies, ..Catalog::default() });
        let base = Base::from_path("/");
        view! { <App site base navigation=Navigation::fixed(base, &Route::Home) /> }
    });
    leptos::task::tick().await;
    let cards = || mounted.root.query_selector_all(".grid > li").unwrap().length();
    let mut before = cards();
    assert!((1..LONGEST_GRID as u32).contains(&before), "{before}");
    while before < companies as u32 {
        let shown = mounted.find(".more-cards p").unwrap().inner_text();
        assert!(shown.starts_with(&format!("{before} of {companies} ")), "{shown}");
        mounted.find(".more-cards button").unwrap().click();
        leptos::task::tick().await;
        assert!(cards() > before, "{before}");
        before = cards();
    }
    assert!(mounted.find(".more-cards").unwrap().hidden());
}
