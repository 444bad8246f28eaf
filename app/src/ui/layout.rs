use leptos::prelude::*;

/// One place to go to, in the header or the footer.
#[derive(Clone, Debug)]
pub struct NavItem {
    pub href: String,
    pub label: String,
    pub current: bool,
}

impl NavItem {
    /// An item that is not the present page.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            href: href.into(),
            label: label.into(),
            current: false,
        }
    }
}

/// This page in another language, named in that language.
#[derive(Clone, Debug)]
pub struct LanguageLink {
    pub href: String,
    pub label: String,
    /// The tag for `lang` and `hreflang`: nl, en, ar …
    pub lang: String,
}

/// The first thing on a page for those who do not use a mouse.
#[component]
pub fn SkipLink(#[prop(into)] label: String) -> impl IntoView {
    view! { <a class="wb-skip-link" href="#inhoud">{label}</a> }
}

/// Says above everything that nothing here counts.
#[component]
pub fn DemoBanner(#[prop(into)] text: String) -> impl IntoView {
    view! { <div class="wb-demo-banner"><p class="wb-demo-banner__text">{text}</p></div> }
}

/// Says above the page that its round is only to practise.
#[component]
pub fn TrialLine(#[prop(into)] text: String) -> impl IntoView {
    view! { <div class="wb-trial-line" role="note"><p class="wb-trial-line__text">{text}</p></div> }
}

/// The mark, the ways through the site, the languages, and (as children) who is signed in.
#[component]
pub fn Header(
    /// Where the mark leads.
    #[prop(into)]
    home: String,
    /// Whose site it is: the municipality.
    #[prop(into)]
    place: String,
    #[prop(into)] nav_label: String,
    nav: Vec<NavItem>,
    languages: Vec<LanguageLink>,
    children: Children,
) -> impl IntoView {
    let languages = (!languages.is_empty()).then(|| {
        let links = languages.into_iter().map(language).collect_view();
        view! { <ul class="wb-header__languages">{links}</ul> }
    });
    let nav = (!nav.is_empty()).then(|| {
        let items = nav
            .into_iter()
            .map(|item| nav_link(item, "wb-header__link"))
            .collect_view();
        view! {
            <nav class="wb-header__nav" aria-label=nav_label>
                <ul class="wb-header__nav-list">{items}</ul>
            </nav>
        }
    });
    view! {
        <header class="wb-header">
            <div class="wb-header__top">
                <a class="wb-header__home" href=home>
                    {mark()}
                    <span>
                        <span class="wb-header__name">"Wijkbanen"</span>
                        <span class="wb-header__place">{place}</span>
                    </span>
                </a>
                <div class="wb-header__tools">{languages} {children()}</div>
            </div>
            {nav}
        </header>
    }
    .into_any()
}

/// Where the page's own text begins; the skip link lands here.
#[component]
pub fn Main(children: Children) -> impl IntoView {
    view! { <main class="wb-main" id="inhoud" tabindex="-1">{children()}</main> }
}

/// The foot of the page, under a row of gables.
#[component]
pub fn Footer(
    #[prop(into)] nav_label: String,
    links: Vec<NavItem>,
    children: Children,
) -> impl IntoView {
    let items = links
        .into_iter()
        .map(|item| nav_link(item, "wb-footer__link"))
        .collect_view();
    view! {
        <footer class="wb-footer">
            {street()}
            <div class="wb-footer__ground">
                <div class="wb-footer__inner">
                    <nav aria-label=nav_label>
                        <ul class="wb-footer__links">{items}</ul>
                    </nav>
                    {children()}
                </div>
            </div>
        </footer>
    }
    .into_any()
}

fn nav_link(item: NavItem, class: &'static str) -> impl IntoView {
    let current = item.current.then_some("page");
    view! { <li><a class=class href=item.href aria-current=current>{item.label}</a></li> }
}

fn language(link: LanguageLink) -> impl IntoView {
    let dir = if matches!(link.lang.as_str(), "ar" | "fa" | "he" | "ur") {
        "rtl"
    } else {
        "ltr"
    };
    view! { <li><a href=link.href lang=link.lang.clone() hreflang=link.lang dir=dir>{link.label}</a></li> }
}

/// Three gables; the line over their roofs is a W that ends in a tick.
fn mark() -> impl IntoView {
    view! {
        <svg class="wb-header__mark" viewBox="0 0 68 52" aria-hidden="true" focusable="false">
            <path fill="#a9cdc6" d="M3 50V19L13 9l11 15 10-15 11 15 10-15 10 10v31z"/>
            <path fill="#9a3b1c" d="M9 50V37h8v13zm21 0V37h8v13zm21 0V37h8v13z"/>
            <path fill="none" stroke="#0f4c4f" stroke-width="6" stroke-linecap="round" stroke-linejoin="round" d="M12 10l11 16 11-16 11 16L64 4"/>
        </svg>
    }
}

/// The street at the foot: step, neck and pointed gables, repeated over any width.
fn street() -> impl IntoView {
    view! {
        <svg class="wb-footer__houses" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="street" width="308" height="56" patternUnits="userSpaceOnUse">
                    <path fill="currentColor" d="M0 56V34L20 14 40 34V22h6v-6h6v-6h12v6h6v6h6v8l24-18 24 18V26h8c0-8 4-8 4-16h16c0 8 4 8 4 16h8v12l14-16 14 16V24l22-16 22 16v8h6v-6h6v-6h12v6h6v6h6V28l20-16 16 14v30z"/>
                    <path fill="#fff" fill-opacity=".8" d="M17 36h7v9h-7zM55 28h7v9h-7zM55 42h7v8h-7zM92 36h7v9h-7zM104 36h7v9h-7zM147 32h7v9h-7zM182 42h6v8h-6zM213 30h7v9h-7zM225 30h7v9h-7zM256 38h7v9h-7zM297 30h7v9h-7z"/>
                </pattern>
            </defs>
            <rect width="100%" height="56" fill="url(#street)"/>
        </svg>
    }
}
