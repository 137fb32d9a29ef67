//! The list of keyboard shortcuts.

use leptos::prelude::*;

use super::modal::Modal;
use crate::state::{SingleKeys, search_keys};
use crate::wording::shell;

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
        <Modal is_open label=shell::TITLE>
            <table class="shortcuts">
                <tbody>
                    <tr>
                        <th scope="row"><kbd>{search_keys()}</kbd></th>
                        <td>{shell::SEARCH}</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"/"</kbd></th>
                        <td>{shell::SEARCH}</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"?"</kbd></th>
                        <td>{shell::SHOW}</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>"↓ ↑"</kbd></th>
                        <td>{shell::MOVE}</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>{shell::ENTER}</kbd></th>
                        <td>{shell::OPEN}</td>
                    </tr>
                    <tr>
                        <th scope="row"><kbd>{shell::ESC}</kbd></th>
                        <td>{shell::CLOSE}</td>
                    </tr>
                </tbody>
            </table>
            <label class="shortcuts__switch">
                <input
                    type="checkbox"
                    prop:checked=move || single_keys.get() == SingleKeys::On
                    on:change=move |event| choose(event_target_checked(&event))
                />
                {shell::SINGLE_KEYS}
            </label>
        </Modal>
    }
}
