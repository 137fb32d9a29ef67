//! The sheet that lists the keys.

use leptos::prelude::*;

use super::modal::Modal;

/// Keys and what they do.
const KEYS: [(&str, &str); 6] = [
    ("Ctrl K or ⌘ K", "Search"),
    ("/", "Search"),
    ("?", "Show these keys"),
    ("↓ ↑", "Move through the suggestions"),
    ("Enter", "Open the suggestion, or show what has the words"),
    ("Esc", "Close the suggestions, then empty the box"),
];

/// A dialog that lists the keys, with a switch for those that are a single character: who speaks to
/// the computer would set them off by words.
#[component]
pub fn KeySheet(
    /// Whether it shows.
    is_open: RwSignal<bool>,
    /// Whether single characters are shortcuts.
    #[prop(into)]
    has_single_keys: Signal<bool>,
    /// Takes whether they shall be.
    on_choose: Callback<bool>,
) -> impl IntoView {
    let row = |(key, meaning): (&'static str, &'static str)| {
        view! {
            <tr>
                <th scope="row"><kbd>{key}</kbd></th>
                <td>{meaning}</td>
            </tr>
        }
    };
    view! {
        <Modal is_open label="Keys">
            <table class="keys">
                <tbody>{KEYS.map(row).collect_view()}</tbody>
            </table>
            <label class="keys__switch">
                <input
                    type="checkbox"
                    prop:checked=has_single_keys
                    on:change=move |event| on_choose.run(event_target_checked(&event))
                />
                "Use the keys / and ?"
            </label>
        </Modal>
    }
}
