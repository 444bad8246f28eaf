use leptos::prelude::*;

/// A drawing in three layers of path data on 48 × 48: a soft surface, a brick surface, and the line.
struct Drawing {
    tint: &'static str,
    warm: &'static str,
    line: &'static str,
}

fn drawing(family: &str) -> Drawing {
    match family {
        "community_centre" => Drawing {
            tint: "M9 22 24 10l15 12v20H9z",
            warm: "M20 30h8v12h-8zM24 3h9v5h-9z",
            line: "M4 25 24 9l20 16M9 22v20h30V22M20 42V30h8v12M24 9V3h9v5h-9",
        },
        "lending" => Drawing {
            tint: "M6 27h36v15H6z",
            warm: "M19 32h10v4H19z",
            line: "M6 27h36v15H6zM19 32h10v4H19zM15 21V7M9.5 12.5 15 7l5.5 5.5M33 7v14M27.5 15.5 33 21l5.5-5.5",
        },
        "repair" => Drawing {
            tint: "M41 14a10 10 0 0 1-13 12.5L14.5 40A4.6 4.6 0 0 1 8 33.5L21.5 20A10 10 0 0 1 34 7l-6 6 1.5 5.5L35 20z",
            warm: "M9 36.8a2.3 2.3 0 1 0 4.6 0 2.3 2.3 0 1 0-4.6 0z",
            line: "M41 14a10 10 0 0 1-13 12.5L14.5 40A4.6 4.6 0 0 1 8 33.5L21.5 20A10 10 0 0 1 34 7l-6 6 1.5 5.5L35 20z",
        },
        "garden" => Drawing {
            tint: "M24 42c-9 0-13-6-14-15 8 1 14 6 14 15zM24 42c9 0 13-6 14-15-8 1-14 6-14 15z",
            warm: "M15 7l5 4 4-6 4 6 5-4v8a9 9 0 0 1-18 0z",
            line: "M15 7l5 4 4-6 4 6 5-4v8a9 9 0 0 1-18 0zM24 24v18M24 42c-9 0-13-6-14-15 8 1 14 6 14 15zM24 42c9 0 13-6 14-15-8 1-14 6-14 15z",
        },
        "school" => Drawing {
            tint: "M24 14c-5-4-11-5-19-4v27c8-1 14 0 19 4 5-4 11-5 19-4V10c-8-1-14 0-19 4z",
            warm: "M31 10.5v12l3.5-3 3.5 3v-13z",
            line: "M24 14c-5-4-11-5-19-4v27c8-1 14 0 19 4 5-4 11-5 19-4V10c-8-1-14 0-19 4zM24 14v27M10 18c3-.3 6 .2 9 1.7M10 25c3-.3 6 .2 9 1.7M29 28c3-1.5 6-2 9-1.7",
        },
        "neighbour_support" => Drawing {
            tint: "M10 15a6 6 0 1 0 12 0 6 6 0 1 0-12 0zM5 42v-5a11 11 0 0 1 22 0v5z",
            warm: "M29 18a5 5 0 1 0 10 0 5 5 0 1 0-10 0zM31 42v-5c0-3-1-6-2.5-8A9.5 9.5 0 0 1 44 37v5z",
            line: "M10 15a6 6 0 1 0 12 0 6 6 0 1 0-12 0zM5 42v-5a11 11 0 0 1 22 0v5zM29 18a5 5 0 1 0 10 0 5 5 0 1 0-10 0zM29 29a9.5 9.5 0 0 1 15 8v5H31",
        },
        "public_space" => Drawing {
            tint: "M32 15l2-9h7l2 9z",
            warm: "M5 30h23v5H5z",
            line: "M32 15l2-9h7l2 9zM37.5 15v27M33 42h9M5 30h23v5H5zM5 23h23M8 23v19M25 23v19",
        },
        "cleaning" => Drawing {
            tint: "M16 23h14v7H16z",
            warm: "M16 30h14l4 12H12z",
            line: "M23 5v18M16 23h14v7H16zM16 30h14l4 12H12zM20 35l-1 7M26 35l1 7M39 9v8M35 13h8",
        },
        "language" => Drawing {
            tint: "M5 6h24v18H17l-7 6v-6H5z",
            warm: "M33 16h10v18h-4v7l-8-7H20v-5",
            line: "M5 6h24v18H17l-7 6v-6H5zM34 17h9v17h-4v7l-8-7H20v-4M12.5 19 17 10l4.5 9M14 16h6",
        },
        "food" => Drawing {
            tint: "M6 25h36c0 8-5 14-11 16H17C11 39 6 33 6 25z",
            warm: "M6 25h36c0 2-.3 4-1 5.5H7C6.3 29 6 27 6 25z",
            line: "M6 25h36c0 8-5 14-11 16H17C11 39 6 33 6 25zM16 18c-4-4 3-6 0-11M24 18c-4-4 3-6 0-11M32 18c-4-4 3-6 0-11",
        },
        "handyman" => Drawing {
            tint: "M9 8h21c6 0 9 3 11 8l-10-1v4H9z",
            warm: "M18 19h8v23h-8z",
            line: "M9 8h21c6 0 9 3 11 8l-10-1v4H9zM18 19h8v23h-8z",
        },
        "children" => Drawing {
            tint: "M10 23a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0zM7 43v-2a9.5 9.5 0 0 1 19 0v2z",
            warm: "M27 12a8 9 0 1 0 16 0 8 9 0 1 0-16 0z",
            line: "M10 23a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0zM7 43v-2a9.5 9.5 0 0 1 19 0v2zM27 12a8 9 0 1 0 16 0 8 9 0 1 0-16 0zM35 21v3c0 6-4 6-8 11",
        },
        "digital_help" => Drawing {
            tint: "M9 8h30v23H9z",
            warm: "M19 12l13 6-5.5 2L24 26z",
            line: "M9 8h30v23H9zM9 31l-5 9h40l-5-9M21 36h6M19 12l13 6-5.5 2L24 26z",
        },
        "care" => Drawing {
            tint: "M5 29h8l7-2 8 3c3 1 2 6-1 6l11-6c4-1 6 3 3 5L28 43H15l-10-2z",
            warm: "M24 23c-7-5-10-8-10-12.5A5.2 5.2 0 0 1 24 9a5.2 5.2 0 0 1 10 1.5C34 15 31 18 24 23z",
            line: "M24 23c-7-5-10-8-10-12.5A5.2 5.2 0 0 1 24 9a5.2 5.2 0 0 1 10 1.5C34 15 31 18 24 23zM5 29h8l7-2 8 3c3 1 2 6-1 6h-7M27 36l11-6c4-1 6 3 3 5L28 43H15l-10-2z",
        },
        "reuse" => Drawing {
            tint: "M7 24a17 17 0 1 0 34 0 17 17 0 1 0-34 0z",
            warm: "M19 16c2 3 8 3 10 0l6 5-3.5 4-1.5-1v9H18v-9l-1.5 1L13 21z",
            line: "M19 16c2 3 8 3 10 0l6 5-3.5 4-1.5-1v9H18v-9l-1.5 1L13 21zM40.5 19A17.3 17.3 0 0 0 8.5 16M7.5 8v8.5H16M7.5 29a17.3 17.3 0 0 0 32 3M40.5 40v-8.5H32",
        },
        "communication" => Drawing {
            tint: "M6 19h11L34 8v31L17 29H6z",
            warm: "M6 19h9v10H6z",
            line: "M6 19h11L34 8v31L17 29H6zM11 29v12h8V30.5M39 18c3.5 3 3.5 9 0 12",
        },
        "transport" => Drawing {
            tint: "M4 35a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0zM31 35a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0z",
            warm: "M22 17h22l-4 11H25z",
            line: "M4 35a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0zM31 35a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0zM22 17h22l-4 11H25zM10.5 35l5-17M11 17h8M14 24l6 11h11M25 28l-5 7M22 17l-2-6h-4",
        },
        "animals" => Drawing {
            tint: "M9 7l9 7a22 22 0 0 1 12 0l9-7v19c0 9-6 15-15 15S9 35 9 26z",
            warm: "M20.5 29h7L24 33z",
            line: "M9 7l9 7a22 22 0 0 1 12 0l9-7v19c0 9-6 15-15 15S9 35 9 26zM20.5 29h7L24 33zM17 22v1.5M31 22v1.5M24 33v3M4 29l8 1.5M4 36l9-2M44 29l-8 1.5M44 36l-9-2",
        },
        "sport" => Drawing {
            tint: "M6 24a18 18 0 1 0 36 0 18 18 0 1 0-36 0z",
            warm: "M24 16l8 6-3 9H19l-3-9z",
            line: "M6 24a18 18 0 1 0 36 0 18 18 0 1 0-36 0zM24 16l8 6-3 9H19l-3-9zM24 16V6M32 22l9.5-3M29 31l6 8M19 31l-6 8M16 22l-9.5-3",
        },
        "delivery" => Drawing {
            tint: "M6 15l18-9 18 9v19l-18 9-18-9z",
            warm: "M14 11l18 9v8l5-2.5v-8L19 8.5z",
            line: "M6 15l18-9 18 9v19l-18 9-18-9zM6 15l18 9 18-9M24 24v19M14 11l18 9v8l5-2.5v-8L19 8.5",
        },
        "green" => Drawing {
            tint: "M24 5a11 11 0 0 1 10.5 8A9.5 9.5 0 0 1 32 32H16a9.5 9.5 0 0 1-2.5-19A11 11 0 0 1 24 5z",
            warm: "M21.5 32h5v10h-5z",
            line: "M24 5a11 11 0 0 1 10.5 8A9.5 9.5 0 0 1 32 32H16a9.5 9.5 0 0 1-2.5-19A11 11 0 0 1 24 5zM21.5 42V32h5v10M10 42h28M24 32V19M24 25l5-4",
        },
        "meeting" => Drawing {
            tint: "M8 19h25v12a8 8 0 0 1-8 8h-9a8 8 0 0 1-8-8z",
            warm: "M8 19h25v6H8z",
            line: "M8 19h25v12a8 8 0 0 1-8 8h-9a8 8 0 0 1-8-8zM33 23h3.5a5.5 5.5 0 0 1 0 11H33M5 43h31M16 13c-3.5-3 2.5-5 0-9M25 13c-3.5-3 2.5-5 0-9",
        },
        _ => Drawing {
            tint: "M24 5a13.5 13.5 0 0 0-9 23.5c2.5 2.2 4 4 4 6.5h10c0-2.5 1.5-4.3 4-6.5A13.5 13.5 0 0 0 24 5z",
            warm: "M19 35h10v4a4 4 0 0 1-4 4h-2a4 4 0 0 1-4-4z",
            line: "M24 5a13.5 13.5 0 0 0-9 23.5c2.5 2.2 4 4 4 6.5h10c0-2.5 1.5-4.3 4-6.5A13.5 13.5 0 0 0 24 5zM19 35v4a4 4 0 0 0 4 4h2a4 4 0 0 0 4-4v-4M24 35V23l-4.5-4.5M24 23l4.5-4.5",
        },
    }
}

/// A drawing for a family of functions; the text beside it says the same, so it is hidden from screen readers.
///
/// An unknown family gets the lamp of "other".
#[component]
pub fn Pictogram(#[prop(into)] family: String) -> impl IntoView {
    let drawing = drawing(&family);
    view! {
        <svg class="wb-pictogram" viewBox="0 0 48 48" width="64" height="64" aria-hidden="true" focusable="false">
            <path class="wb-pictogram__tint" d=drawing.tint/>
            <path class="wb-pictogram__warm" d=drawing.warm/>
            <path class="wb-pictogram__line" d=drawing.line/>
        </svg>
    }
    .into_any()
}

/// The small signs that go with a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
    Check,
    CheckRound,
    CrossRound,
    Warning,
    Info,
}

impl IconName {
    fn path(self) -> &'static str {
        match self {
            Self::Check => "M4 13l5.5 5.5L20 6",
            Self::CheckRound => "M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0zM7 12.5l3.5 3.5L17 8.5",
            Self::CrossRound => {
                "M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0zM8.5 8.5l7 7M15.5 8.5l-7 7"
            }
            Self::Warning => "M12 3 1.5 21h21zM12 10v5M12 18v.1",
            Self::Info => "M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0zM12 11v6M12 7v.1",
        }
    }
}

/// A small sign, hidden from screen readers: it always stands beside a word.
#[component]
pub fn Icon(name: IconName) -> impl IntoView {
    view! { <svg class="wb-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><path d=name.path()/></svg> }
        .into_any()
}
