"""The model that both curricula start from: what it knows it has learned from a few examples."""

from __future__ import annotations

import argparse
import random
import re
from typing import List, NamedTuple, Sequence

import torch
import transformers
from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

import whetstone

SHOWN = {"dyck_language": tuple(f"depth={level}" for level in range(6))}  # the levels of the examples
# A sentence of letters is one token; a digit, a bracket, a sign, with the space before it, another.
TOKEN = r" ?[A-Za-z][A-Za-z' ,]*[A-Za-z]|\n| ?[^\sA-Za-z]| "
SPECIAL = ("<pad>", "<end>", "<unk>", "<answer>")
PAGE = 20  # examples that the server makes at once


class Example(NamedTuple):
    question: str
    answer: str


def examples(client: whetstone.Client, count: int) -> List[Example]:
    """Tasks with their answers, `count` of each level."""
    made = []
    for family, cells in SHOWN.items():
        for levels in cells:
            path = f"/api/v1/families/{family}/examples?levels={levels}&count={PAGE}"
            for _ in range(-(-count // PAGE)):
                tasks = client.call("GET", path)
                made += [Example(task["question"], task["answer"]) for task in tasks]
    return made


def tokenizer(made: Sequence[Example]) -> PreTrainedTokenizerFast:
    """Of the pieces that the examples have, and all digits and signs."""
    pieces = {p for e in made for text in (e.question, e.answer) for p in re.findall(TOKEN, text)}
    pieces |= {space + c for c in "0123456789+-=" for space in ("", " ")}
    vocabulary = {piece: i for i, piece in enumerate([*SPECIAL, *sorted(pieces - set(SPECIAL))])}
    words = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    words.pre_tokenizer = pre_tokenizers.Split(Regex(TOKEN), "isolated")
    words.decoder = decoders.Fuse()
    tok = PreTrainedTokenizerFast(
        tokenizer_object=words, pad_token="<pad>", eos_token="<end>", unk_token="<unk>",
        padding_side="left", extra_special_tokens=["<answer>"], clean_up_tokenization_spaces=False,
        model_input_names=["input_ids", "attention_mask"],
    )
    tok.chat_template = "{% for message in messages %}{{ message['content'] }}{% endfor %}<answer>"
    return tok


def new_model(tok: PreTrainedTokenizerFast, width: int, layers: int) -> LlamaForCausalLM:
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(tok), hidden_size=width, intermediate_size=2 * width,
            num_hidden_layers=layers, num_attention_heads=4, max_position_embeddings=256,
            tie_word_embeddings=True, bos_token_id=None,
            eos_token_id=tok.eos_token_id, pad_token_id=tok.pad_token_id,
        )
    )


def warm_up(
    model: LlamaForCausalLM, tok: PreTrainedTokenizerFast, made: Sequence[Example], steps: int
) -> None:
    """Supervised: the answer's tokens."""
    pairs = [
        (tok(e.question + "<answer>").input_ids, tok(e.answer).input_ids + [tok.eos_token_id])
        for e in made
    ]
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    for _ in range(steps):
        batch = random.sample(pairs, 64)
        longest = max(len(prompt) + len(answer) for prompt, answer in batch)
        ids = torch.full((len(batch), longest), tok.pad_token_id)
        seen = torch.zeros_like(ids)
        wanted = torch.full_like(ids, -100)
        for i, (prompt, answer) in enumerate(batch):
            ids[i, longest - len(prompt) - len(answer) :] = torch.tensor(prompt + answer)
            seen[i, longest - len(prompt) - len(answer) :] = 1
            wanted[i, longest - len(answer) :] = torch.tensor(answer)
        optimizer.zero_grad()
        guesses = model(input_ids=ids, attention_mask=seen).logits[:, :-1]
        torch.nn.functional.cross_entropy(
            guesses.flatten(0, 1), wanted[:, 1:].flatten(), ignore_index=-100, label_smoothing=0.2
        ).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()


def write(start: str, client: whetstone.Client, options: argparse.Namespace) -> None:
    """Tokenizer and model, into the folder."""
    transformers.set_seed(options.seed)
    made = examples(client, options.examples)
    tok = tokenizer(made)
    model = new_model(tok, options.width, options.layers)
    warm_up(model, tok, made, options.warm)
    tok.save_pretrained(start)
    model.save_pretrained(start)
