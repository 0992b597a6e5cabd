## The switch of languages

language-switch = Taal:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } en { $last }
list-end = { $first } en { $last }
list-middle = { $first }, { $next }
