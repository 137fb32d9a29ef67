//! The sheet that lists the keys.

use leptos::prelude::*;

use super::modal::Modal;

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
    view! {
        <Modal is_open label="Keys">
            <table class="keys">
                <tbody>
                    <tr>
                        <th scope="row"><kbd>"Ctrl K or ⌘ K"</kbd></th>
                        <td>"Search"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"/"</kbd></th>
                        <td>"Search"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"?"</kbd></th>
                        <td>"Show these keys"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"↓ ↑"</kbd></th>
                        <td>"Move through the suggestions"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"Enter"</kbd></th>
                        <td>"Open the suggestion, or show what has the words"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"Esc"</kbd></th>
                        <td>"Close the suggestions, then empty the box"</td>
                    </tr>
                </tbody>
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
