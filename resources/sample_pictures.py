#!/usr/bin/env python3
"""Draws the photograph-like pictures of the sample site (copper-road, harbour-dawn, night-light).

They are computed, not photographed, so that the sample site carries nobody else's picture.
Needs numpy and Pillow. Usage: resources/sample_pictures.py resources/sample_site/img
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

WIDTH, HEIGHT = 1280, 720
rng = np.random.default_rng(183)


def noise(shape, cells, octaves=6, gain=0.5, periodic=False):
  """Fractal value noise in 0..1; `cells` = (rows, columns) of the coarsest octave."""
  total, weight, norm = np.zeros(shape), 1.0, 0.0
  for octave in range(octaves):
    rows, columns = cells[0] * 2**octave + 1, cells[1] * 2**octave + 1
    if rows > shape[0] * 2 or columns > shape[1] * 2:
      break
    grid = rng.random((rows, columns))
    if periodic:
      grid[-1], grid[:, -1] = grid[0], grid[:, 0]
    layer = Image.fromarray((grid * 65535).astype(np.float32), mode="F")
    total += weight * np.asarray(layer.resize(shape[::-1], Image.BICUBIC)) / 65535
    norm += weight
    weight *= gain
  return np.clip(total / norm, 0, 1)


def mix(a, b, t):
  t = np.clip(t, 0, 1)[..., None]
  return np.asarray(a) * (1 - t) + np.asarray(b) * t


def smooth(low, high, x):
  t = np.clip((x - low) / (high - low), 0, 1)
  return t * t * (3 - 2 * t)


def save(path, rgb, blur=0.6, quality=70):
  rgb = rgb * (1 + 0.012 * rng.standard_normal(rgb.shape[:2]))[..., None]
  picture = Image.fromarray((np.clip(rgb, 0, 1) ** (1 / 1.08) * 255).astype(np.uint8))
  picture = picture.filter(ImageFilter.GaussianBlur(blur))
  while True:
    picture.save(path, quality=quality, optimize=True, progressive=True)
    if path.stat().st_size < 58_000:
      return
    quality -= 4


def gradient(stops):
  y = np.linspace(0, 1, HEIGHT)
  columns = [np.interp(y, [s[0] for s in stops], [s[1][c] for s in stops]) for c in range(3)]
  return np.repeat(np.stack(columns, -1)[:, None, :], WIDTH, 1)


def sea(rgb, horizon, tint, glint_x, glint, strength):
  """Reflects the sky below `horizon`, ruffled by waves that shorten towards it, with a path of light."""
  rows = HEIGHT - horizon
  y, x = np.mgrid[0:rows, 0:WIDTH]
  depth = y / rows
  waves = noise((rows, WIDTH), (90, 14), 4, 0.6) - 0.5
  mirrored = rgb[np.clip(horizon - 1 - (y * 0.9 + waves * 90 * depth).astype(int), 0, horizon - 1), x]
  out = mix(mirrored, np.asarray(tint) * np.ones_like(mirrored), 0.35 + 0.35 * depth)
  out *= (1 + 0.5 * waves * (0.35 + depth))[..., None]
  path = np.exp(-((x - glint_x) / (40 + 190 * depth)) ** 2)
  spark = smooth(0.52, 0.72, noise((rows, WIDTH), (110, 24), 3, 0.7)) * path * strength
  rgb[horizon:] = mix(out, np.asarray(glint) * np.ones_like(out), spark)


def ridge(rgb, base, height, cells, colour, haze, haze_colour, seed_shift=0.0):
  line = noise((8, WIDTH), (1, cells), 7, 0.52)[3]
  line = base - height * (line - 0.35 + seed_shift)
  y = np.arange(HEIGHT)[:, None]
  mask = smooth(-0.8, 0.8, y - line[None, :])
  texture = noise((HEIGHT, WIDTH), (24, 40), 4, 0.6)
  body = np.asarray(colour) * (0.8 + 0.4 * texture)[..., None]
  fog = haze + (1 - haze) * 0.75 * smooth(0, 150, y - line[None, :])
  body = mix(body, np.asarray(haze_colour) * np.ones_like(body), fog)
  rgb[:] = mix(rgb, body, mask)


def harbour_dawn():
  horizon = 430
  rgb = gradient([(0, (0.30, 0.42, 0.56)), (0.3, (0.63, 0.67, 0.70)), (0.5, (0.96, 0.78, 0.60)),
                  (0.6, (0.99, 0.70, 0.47)), (1, (0.9, 0.6, 0.45))])
  y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
  cloud = smooth(0.48, 0.75, noise((HEIGHT, WIDTH), (14, 3), 6, 0.55)) * smooth(430, 60, y)
  rgb = mix(rgb, np.array([0.98, 0.74, 0.62]) * np.ones_like(rgb), 0.55 * cloud)
  sun = np.hypot((x - 830) / 1.0, y - 408)
  rgb = mix(rgb, np.array([1.0, 0.93, 0.75]) * np.ones_like(rgb), np.exp(-(sun / 200) ** 1.1) * 0.9)
  rgb = mix(rgb, np.array([1.0, 0.97, 0.88]) * np.ones_like(rgb), smooth(27, 24, sun))
  for base, height, cells, colour, haze in [(418, 90, 4, (0.42, 0.45, 0.55), 0.62), (428, 130, 3, (0.30, 0.33, 0.44), 0.42)]:
    ridge(rgb, base, height, cells, colour, haze, (0.98, 0.76, 0.60))
  sea(rgb, horizon, (0.28, 0.36, 0.46), 830, (1.0, 0.86, 0.62), 0.95)
  # A headland on the left and a jetty in front of it, both nearly black against the light.
  edge = 470 - 190 * smooth(430, -60, x[0]) - 26 * noise((8, WIDTH), (1, 12), 6, 0.55)[2]
  shore = 512 + 22 * noise((8, WIDTH), (1, 14), 6, 0.6)[1] - 66 * smooth(330, 476, x[0])
  rock = smooth(-1, 1, y - edge[None, :]) * smooth(1.5, -1.5, y - shore[None, :])
  stone = np.array([0.13, 0.14, 0.18]) * (0.7 + 0.6 * noise((HEIGHT, WIDTH), (30, 40), 4))[..., None]
  rgb = mix(rgb, stone, rock)
  jetty = (smooth(0, 2, y - 562 + (x - 300) * 0.03) * smooth(11, 9, y - 562 + (x - 300) * 0.03)) * smooth(720, 717, x)
  posts = ((x - 30) % 86 < 9) * smooth(0, 3, y - 558 + (x - 300) * 0.03) * smooth(66, 52, y - 560 + (x - 300) * 0.03) * (x < 716)
  rgb = mix(rgb, np.array([0.10, 0.10, 0.13]) * np.ones_like(rgb), np.maximum(jetty, posts))
  return rgb


def night_light():
  horizon = 560
  rgb = gradient([(0, (0.03, 0.05, 0.11)), (0.45, (0.06, 0.10, 0.19)), (0.78, (0.18, 0.25, 0.34)), (1, (0.1, 0.15, 0.2))])
  y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
  across = (x * 0.62 + y * 0.78 - 560) / 120
  dust = noise((HEIGHT, WIDTH), (7, 10), 7, 0.6)
  band = np.exp(-across**2) * (0.35 + 0.9 * dust) * (1 - 0.75 * smooth(0.5, 0.75, noise((HEIGHT, WIDTH), (8, 9), 6)) * np.exp(-(across * 2.4) ** 2))
  rgb = mix(rgb, np.array([0.55, 0.52, 0.60]) * np.ones_like(rgb), 0.42 * band * smooth(560, 250, y))
  stars = np.zeros((HEIGHT, WIDTH))
  count = 1500
  sy, sx = rng.integers(0, horizon, count), rng.integers(2, WIDTH - 2, count)
  keep = rng.random(count) < 0.35 + 0.65 * np.exp(-((sx * 0.62 + sy * 0.78 - 560) / 200) ** 2)
  stars[sy[keep], sx[keep]] = rng.random(keep.sum()) ** 3.2 * 1.6 + 0.15
  dots = Image.fromarray((np.clip(stars, 0, 1) * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.9))
  rgb = rgb + (np.clip(np.asarray(dots) / 255 * 3.2, 0, 1) * smooth(560, 330, y))[..., None] * np.array([0.95, 0.97, 1.0])
  lamp_x, lamp_y = 905, 322
  sea(rgb, horizon, (0.04, 0.07, 0.11), lamp_x, (0.98, 0.87, 0.62), 0.5)
  dy, dx = y - lamp_y, lamp_x - x
  angle = np.arctan2(dy + dx * 0.09, dx)
  beam = np.exp(-(angle / 0.055) ** 2) * np.exp(-np.hypot(dx, dy) / 620) * (dx > 0)
  other = np.arctan2(dy - (-dx) * 0.05, -dx)
  beam += 0.6 * np.exp(-(other / 0.06) ** 2) * np.exp(-np.hypot(dx, dy) / 420) * (dx < 0)
  rgb = mix(rgb, np.array([1.0, 0.93, 0.74]) * np.ones_like(rgb), 0.62 * beam)
  edge = 604 + 118 * smooth(760, 560, x[0]) - 128 * np.exp(-((x[0] - 960) / 250.0) ** 2) - 40 * smooth(760, 1280, x[0]) - 22 * noise((8, WIDTH), (1, 20), 6, 0.55)[3]
  half = 13 + (y - lamp_y) * 0.055
  tower = smooth(1, -1, np.abs(x - lamp_x) - half) * ((y > lamp_y + 14) & (y < 490))
  side = 0.55 + 0.45 * (lamp_x - x) / 20
  rgb = mix(rgb, np.array([0.46, 0.48, 0.52]) * np.clip(side, 0.15, 1)[..., None], tower)
  gallery = (np.abs(x - lamp_x) < 22) & (np.abs(y - lamp_y - 14) < 4)
  roof = (np.abs(x - lamp_x) < (y - lamp_y + 30) * 0.9) & (y > lamp_y - 30) & (y < lamp_y - 12)
  rgb[gallery | roof] = (0.05, 0.06, 0.08)
  land = smooth(-1, 1, y - edge[None, :])
  rgb = mix(rgb, np.array([0.025, 0.035, 0.05]) * np.ones_like(rgb), land)
  rgb = mix(rgb, np.array([1.0, 0.95, 0.78]) * np.ones_like(rgb), np.exp(-(np.hypot(dx, dy * 0.9) / 13) ** 2))
  return mix(rgb, np.array([1.0, 0.86, 0.6]) * np.ones_like(rgb), 0.35 * np.exp(-np.hypot(dx, dy) / 60))


def sample(texture, row, columns):
  """One row of a repeating texture at fractional columns."""
  line = texture[int(row) % len(texture)]
  left = np.floor(columns).astype(int)
  part = columns - left
  return line[left % len(line)] * (1 - part) + line[(left + 1) % len(line)] * part


def copper_road():
  """A height field with a road cut into it, seen from a hillside by the sea (front-to-back slices)."""
  size = 1024
  gy, gx = np.mgrid[0:size, 0:size] / size
  hills = noise((size, size), (4, 4), 8, 0.46)
  valley = np.abs(gx - 0.5 - 0.09 * np.sin(gy * 9)) * 2
  height = (hills - 0.36) * 210 + 95 * smooth(0.06, 0.8, valley) - 44 * smooth(0.55, 1.0, gy) 
  centre = 0.5 + 0.035 * np.sin(gy * 31) + 0.06 * np.sin(gy * 10 + 0.6)
  across = np.abs(gx - centre) * size
  floor = np.array([height[r, int(c * size) % size] for r, c in enumerate(centre[:, 0])])
  kernel = np.ones(61) / 61
  floor = np.convolve(np.pad(floor, 30, mode="edge"), kernel, "valid")
  flat = smooth(26, 5, across)
  height = height * (1 - flat) + floor[:, None] * flat
  slope_y, slope_x = np.gradient(height, size / 1024 * 1.0)
  light = np.clip(0.62 - 0.42 * slope_x / 1.4 + 0.16 * slope_y, 0.18, 1.25)
  grass = mix([0.35, 0.37, 0.17], [0.60, 0.50, 0.25], noise((size, size), (18, 18), 6, 0.6) * 1.2 - 0.1)
  heather = mix(grass, np.array([0.44, 0.29, 0.30]) * np.ones_like(grass), 0.7 * smooth(0.52, 0.66, noise((size, size), (9, 9), 6)))
  steep = smooth(1.1, 2.2, np.hypot(slope_x, slope_y))
  ground = mix(heather, np.array([0.42, 0.38, 0.35]) * np.ones_like(grass), steep)
  dirt = np.array([0.66, 0.50, 0.36]) * (0.86 + 0.28 * noise((size, size), (60, 60), 3))[..., None]
  ground = mix(ground, dirt, smooth(5.4, 3.6, across) * (1 - 0.45 * smooth(1.3, 0.5, across)))
  ground = ground * light[..., None]
  tuft = noise((size, size), (128, 128), 4, 0.75, periodic=True) - 0.5
  sea_level = -34.0

  horizon = 232
  rgb = gradient([(0, (0.42, 0.58, 0.74)), (0.2, (0.66, 0.76, 0.83)), (0.36, (0.90, 0.89, 0.84)), (1, (0.9, 0.89, 0.84))])
  y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
  cloud = smooth(0.47, 0.72, noise((HEIGHT, WIDTH), (9, 4), 6, 0.55)) * smooth(300, 40, y)
  rgb = mix(rgb, np.array([0.98, 0.96, 0.93]) * np.ones_like(rgb), 0.8 * cloud)
  eye_row = 30.0
  eye_x = centre[30, 0] * size - 16
  eye_z = floor[30] + 30.0
  top = np.full(WIDTH, float(HEIGHT))
  fan = np.linspace(-0.62, 0.62, WIDTH)
  fog_colour = np.array([0.86, 0.87, 0.86])
  distance = 6.0
  while distance < 930:
    ahead = min(eye_row + distance, size - 1.001)
    rows, between = int(ahead), ahead % 1
    columns = np.clip(eye_x + fan * distance, 0, size - 1.001)
    left = columns.astype(int)
    part = columns - left
    level, colour = (near * (1 - between) + far * between for near, far in (
        [grid[row, left] * (1 - share) + grid[row, left + 1] * share for row in (rows, rows + 1)]
        for grid, share in ((height, part), (ground, part[:, None]))))
    fine = sum(weight * sample(tuft, (eye_row + distance) * scale, columns * scale)
               for scale, weight in [(6, smooth(30, 90, distance)), (30, smooth(160, 40, distance)),
                                     (110, smooth(40, 8, distance))])
    colour = colour * (1 + 0.9 * fine)[:, None]
    wet = level < sea_level
    colour[wet] = np.array([0.36, 0.50, 0.56]) * (0.94 + 0.12 * rng.random(wet.sum()))[:, None]
    level = np.maximum(level, sea_level)
    colour = mix(colour, fog_colour * np.ones_like(colour), np.full(WIDTH, 1 - np.exp(-(distance / 760) ** 1.5)))
    screen = (eye_z - level) / distance * 660 + horizon
    for column in np.nonzero(screen < top)[0]:
      start, end = max(int(screen[column]), 0), int(np.ceil(top[column]))
      rgb[start:end, column] = colour[column]
      top[column] = min(top[column], screen[column])
    distance = distance * 1.0012 + 0.006
  return rgb


if __name__ == "__main__":
  out = Path(sys.argv[1])
  for name, draw in [("copper-road", copper_road), ("harbour-dawn", harbour_dawn), ("night-light", night_light)]:
    save(out / f"{name}.jpg", draw())
