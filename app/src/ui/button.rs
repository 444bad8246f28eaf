use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here.
    #[default]
    Primary,
    Secondary,
    /// What cannot be taken back.
    Danger,
    /// Looks like a link.
    Quiet,
}

impl ButtonKind {
    fn class(self, large: bool) -> &'static str {
        match (self, large) {
            (Self::Primary, false) => "wb-button wb-button--primary",
            (Self::Primary, true) => "wb-button wb-button--primary wb-button--large",
            (Self::Secondary, false) => "wb-button wb-button--secondary",
            (Self::Secondary, true) => "wb-button wb-button--secondary wb-button--large",
            (Self::Danger, false) => "wb-button wb-button--danger",
            (Self::Danger, true) => "wb-button wb-button--danger wb-button--large",
            (Self::Quiet, false) => "wb-button wb-button--quiet",
            (Self::Quiet, true) => "wb-button wb-button--quiet wb-button--large",
        }
    }
}

/// Sends the form it stands in.
#[component]
pub fn Button(
    #[prop(into)] label: String,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] name: Option<&'static str>,
    #[prop(optional)] value: Option<&'static str>,
    #[prop(optional)] large: bool,
    /// The form it sends, where it does not stand in one.
    #[prop(optional)]
    form: Option<&'static str>,
) -> impl IntoView {
    view! {
        <button type="submit" class=kind.class(large) name=name value=value form=form>{label}</button>
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
#[component]
pub fn ButtonLink(
    #[prop(into)] label: String,
    #[prop(into)] href: String,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] large: bool,
) -> impl IntoView {
    view! { <a class=kind.class(large) href=href>{label}</a> }
}

/// Buttons side by side; one below the other on a phone.
#[component]
pub fn ButtonRow(children: Children) -> impl IntoView {
    view! { <div class="wb-button-row">{children()}</div> }
}
