//! The facets as a modal dialog.

use explore::{CheckedFilter, Facets, Filter};
use leptos::html;
use leptos::prelude::*;

use super::announcement::Announcement;
use super::facets::FacetPanel;
use super::icon::{CROSS, Icon};
use crate::lazy::lazy;
use crate::optional;
use crate::replace::ChangingText;
use crate::wording::facets;

lazy! {
    chunk = Extras;
    /// `FacetSheet`, loaded on demand.
    pub fn show_sheet(
        filter: Memo<CheckedFilter>,
        facets: Memo<Facets>,
        companies: Signal<String>,
        on_choose: Callback<Filter>,
        on_show: Callback<()>,
        is_open: RwSignal<bool>,
    ) -> AnyView {
        view! { <FacetSheet filter facets companies on_choose on_show is_open /> }.into_any()
    }
}

/// The facets, for screens too narrow to show them beside the grid.
#[component]
fn FacetSheet(
    filter: Memo<CheckedFilter>,
    facets: Memo<Facets>,
    /// How many companies the grid shows, in words.
    companies: Signal<String>,
    on_choose: Callback<Filter>,
    /// The reader has closed the dialog to see the companies.
    on_show: Callback<()>,
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if is_open.get() {
            optional::show_modal(&dialog);
        } else {
            optional::close(&dialog);
        }
    });
    let close = move |_| is_open.set(false);
    let show = move |_| {
        is_open.set(false);
        // The dialog is closed before the next frame; until then the page behind it may not scroll.
        request_animation_frame(move || on_show.run(()));
    };
    view! {
        <dialog
            node_ref=dialog
            class="facet-dialog"
            aria-label={facets::FILTERS}
            on:close=move |_| is_open.set(false)
        >
            <div class="facet-dialog__head">
                <p class="facet-dialog__title">{facets::FILTERS}</p>
                <button type="button" class="button button--plain" aria-label=facets::CLOSE on:click=close>
                    <Icon path=CROSS />
                </button>
            </div>
            <div class="facet-dialog__body">
                {move || is_open.get().then(|| view! { <FacetPanel filter facets on_choose /> }.into_any())}
            </div>
            <Announcement text=companies />
            <div class="facet-dialog__foot">
                <button type="button" class="button button--primary" on:click=show>
                    {move || ChangingText(facets::show(&companies.read()))}
                </button>
            </div>
        </dialog>
    }
}
