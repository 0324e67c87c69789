package dev.whetstone.model.net;

/** AdamW (Loshchilov and Hutter 2019) on one flat vector, as TorchScript that works in place. */
public final class Optimizer {
  private Optimizer() {}

  /**
   * TorchScript of {@code theta}, {@code grad}, {@code m}, {@code v} [P] and {@code c} [6]: the
   * factor that clips the gradient, the learning rate, 1 - beta1^t, 1 - beta2^t, weight decay, and
   * epsilon. The gradient is zero afterwards.
   */
  public static String code(double beta1, double beta2) {
    return """
    def forward(self: __torch__.Network, theta: Tensor, grad: Tensor, m: Tensor, v: Tensor, c: Tensor) -> Tensor:
      clip = float(torch.select(c, 0, 0))
      rate = float(torch.select(c, 0, 1))
      first = float(torch.select(c, 0, 2))
      second = float(torch.select(c, 0, 3))
      decay = float(torch.select(c, 0, 4))
      epsilon = float(torch.select(c, 0, 5))
      _0 = torch.mul_(grad, clip)
      _1 = torch.add_(torch.mul_(m, %1$s), grad, alpha=%2$s)
      _2 = torch.addcmul_(torch.mul_(v, %3$s), grad, grad, value=%4$s)
      d = torch.add_(torch.sqrt_(torch.div(v, second)), epsilon)
      _3 = torch.mul_(theta, torch.sub(1.0, torch.mul(rate, decay)))
      _4 = torch.addcdiv_(theta, m, d, value=torch.neg(torch.div(rate, first)))
      _5 = torch.zero_(grad)
      return c
    """
        .formatted(beta1, 1 - beta1, beta2, 1 - beta2);
  }
}
