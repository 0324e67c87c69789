package dev.whetstone.model.net;

import java.util.List;
import java.util.stream.Collectors;

/** The network's parameters in order, each a piece of one flat vector, without gaps. */
public record Layout(List<Piece> pieces) {
  /**
   * @param offset of its first value in the vector
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Piece(String name, int[] shape, int offset) {
    public int size() {
      int size = 1;
      for (int extent : shape) size = Math.multiplyExact(size, extent);
      return size;
    }
  }

  public Layout {
    pieces = List.copyOf(pieces);
    long at = 0;
    for (Piece piece : pieces) {
      if (piece.offset() != at)
        throw new IllegalArgumentException(piece.name() + " does not follow on what is before it");
      at += piece.size();
    }
    if (at > Integer.MAX_VALUE) throw new IllegalArgumentException(at + " weights are too many");
  }

  /** Values of the whole vector. */
  public int size() {
    Piece last = pieces.getLast();
    return last.offset() + last.size();
  }

  public Piece piece(String name) {
    return pieces.stream()
        .filter(piece -> piece.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the network has no " + name));
  }

  /** TorchScript that cuts {@code theta} into {@code p}, and names piece by piece. */
  String cut() {
    String sizes =
        pieces.stream().map(p -> Integer.toString(p.size())).collect(Collectors.joining(", "));
    StringBuilder code = new StringBuilder("p = torch.split_with_sizes(theta, [" + sizes + "])\n");
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      String value = "p[" + i + "]";
      code.append(piece.name().replace('.', '_')).append(" = ");
      if (piece.shape().length == 1) code.append(value);
      else
        code.append(
            "torch.view(%s, [%d, %d])".formatted(value, piece.shape()[0], piece.shape()[1]));
      code.append('\n');
    }
    return code.toString();
  }
}
