//! The list of keyboard shortcuts.

use leptos::prelude::*;

use super::modal::Modal;
use crate::state::{SingleKeys, search_keys};

/// A dialog that lists the shortcuts, with a switch for [`SingleKeys`].
#[component]
pub fn ShortcutSheet(
    is_open: RwSignal<bool>,
    single_keys: Signal<SingleKeys>,
    on_choose: Callback<SingleKeys>,
) -> impl IntoView {
    let choose = move |is_checked| {
        on_choose.run(if is_checked { SingleKeys::On } else { SingleKeys::Off });
    };
    view! {
        <Modal is_open label="Shortcuts">
            <table class="shortcuts">
                <tbody>
                    <tr>
                        <th scope="row"><kbd>{search_keys()}</kbd></th>
                        <td>"Search"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"/"</kbd></th>
                        <td>"Search"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"?"</kbd></th>
                        <td>"Show these shortcuts"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"↓ ↑"</kbd></th>
                        <td>"Move through the suggestions"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"Enter"</kbd></th>
                        <td>"Open the suggestion, or show every match"</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"Esc"</kbd></th>
                        <td>"Close the suggestions, then empty the box"</td>
                    </tr>
                </tbody>
            </table>
            <label class="shortcuts__switch">
                <input
                    type="checkbox"
                    prop:checked=move || single_keys.get() == SingleKeys::On
                    on:change=move |event| choose(event_target_checked(&event))
                />
                "Use the keys / and ?"
            </label>
        </Modal>
    }
}
