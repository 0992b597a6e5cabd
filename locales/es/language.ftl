## The switch of languages

language-switch = Idioma:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } y { $last }
list-end = { $first } y { $last }
list-middle = { $first }, { $next }
