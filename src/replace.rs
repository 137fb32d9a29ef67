//! Views that change, in a page that a translator may have rewritten.
//!
//! A browser's own translation replaces each text node by elements of its own. Leptos patches the
//! text nodes that it has created, which are no longer in the page then. So no text node is written
//! twice: a text that changes is a [`ChangingText`], a view whose text changes is [`Replaced`]. The
//! journeys of `translated-page` compare what such a page shows with the same page untranslated.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use web_sys::{Element, Node};

/// A text that changes, as a `<span>` of its own. A change replaces the whole content of the span.
///
/// ```ignore
/// view! { <p>{move || ChangingText(format!("{} companies", count.get()))}</p> }
/// ```
pub struct ChangingText(pub String);

/// The element of a [`ChangingText`], and what it says.
pub struct ChangingTextState {
    element: Element,
    text: String,
}

impl Render for ChangingText {
    type State = ChangingTextState;

    fn build(self) -> ChangingTextState {
        let element = leptos::tachys::renderer::Rndr::create_element("span", None);
        element.set_text_content(Some(&self.0));
        ChangingTextState { element, text: self.0 }
    }

    fn rebuild(self, state: &mut ChangingTextState) {
        if self.0 != state.text {
            state.element.set_text_content(Some(&self.0));
            state.text = self.0;
        }
    }
}

impl Mountable for ChangingTextState {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

/// A view that is built anew on each change and put in the place of the old one. Its outermost nodes
/// are elements, because a text node may be out of the page when its turn comes to be removed.
pub struct Replaced(pub AnyView);

impl Render for Replaced {
    type State = <AnyView as Render>::State;

    fn build(self) -> Self::State {
        self.0.build()
    }

    fn rebuild(self, state: &mut Self::State) {
        let mut new = self.0.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

/// What both types share: they are written as the view that `$html` makes of them, and take no
/// attributes.
macro_rules! render_html {
    ($type:ty, |$value:ident| $html:expr) => {
        impl RenderHtml for $type {
            type AsyncOutput = Self;
            type Owned = Self;

            const MIN_LENGTH: usize = 0;

            fn dry_resolve(&mut self) {}

            async fn resolve(self) -> Self {
                self
            }

            fn to_html_with_buf(
                self,
                buffer: &mut String,
                position: &mut Position,
                escape: bool,
                mark_branches: bool,
                extra_attributes: Vec<AnyAttribute>,
            ) {
                let $value = self.0;
                $html.to_html_with_buf(buffer, position, escape, mark_branches, extra_attributes);
            }

            fn hydrate<const FROM_SERVER: bool>(
                self,
                _cursor: &Cursor,
                _position: &PositionState,
            ) -> Self::State {
                // The app replaces the prerendered page and hydrates nothing.
                self.build()
            }

            fn into_owned(self) -> Self {
                self
            }
        }

        impl AddAnyAttr for $type {
            type Output<NewAttribute: Attribute> = Self;

            fn add_any_attr<NewAttribute: Attribute>(
                self,
                _attribute: NewAttribute,
            ) -> Self::Output<NewAttribute>
            where
                Self::Output<NewAttribute>: RenderHtml,
            {
                self
            }
        }
    };
}

render_html!(ChangingText, |text| leptos::html::span().child((!text.is_empty()).then_some(text)));
render_html!(Replaced, |view| view);
