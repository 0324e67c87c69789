# Puts each version of the image's models where it is not yet: whole, or not at all, and by any
# number of replicas at once.
set -eu
from=$1 to=$2
for version in "$from"/*/*/; do
  name=${version#"$from"/} name=${name%/}
  [ -e "$to/$name/card.json" ] && continue
  mkdir -p "$to/${name%/*}"
  fresh=$(mktemp -d "$to/.seed-XXXXXX")
  cp -r "$version." "$fresh"
  chmod 755 "$fresh"
  # Another may have been faster, and a folder that is not empty is not replaced.
  mv -T "$fresh" "$to/$name" 2>/dev/null || rm -rf "$fresh"
  [ -e "$to/$name/card.json" ]
done
